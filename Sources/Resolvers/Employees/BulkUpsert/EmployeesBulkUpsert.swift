import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindEmployeesBulkUpsert() {
        bindBulkPayload(of: EmployeesBulkUpsert.self)
        object(MutationRow.self) { type in
            type.mutation("employeesBulkUpsert", MutationEmployeesBulkUpsertArguments.self) { arguments, call in
                try await EmployeesBulkUpsert.run(arguments.input, call.context)
            }
        }
    }
}

/// Creates and updates employees with the same number of statements for one item as for all that are allowed.
enum EmployeesBulkUpsert: BulkMutation {
    static let payloadTypeName = "EmployeesBulkUpsertPayload"
    static let resultTypeName = "EmployeesBulkUpsertResult"
    static let entityField = "employee"

    typealias Entity = EmployeeRow

    static func run(_ input: EmployeesBulkUpsertInput, _ context: ResolverContext) async throws -> BulkPayload<Self> {
        try await payload(itemCount: input.items.count, clientMutationId: input.clientMutationId) {
            let outcome = try await attempt(input, context)
            // Somebody took a number or reference between check and insert: now it is seen, and reported for its item.
            if case .failure = outcome { return try await attempt(input, context) }
            return outcome
        }
    }

    private static func attempt(
        _ input: EmployeesBulkUpsertInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        try await context.mutate(path: ["input", "items"]) { transaction in
            var batch = BulkUpsert(input.items)
            let lookups = [OrganizationLock.acquire()] + BulkUpsertLookup.statements(batch.valid)
            batch.resolve(BulkUpsertLookup(try await transaction.pipeline(lookups).dropFirst()))
            if input.errorPolicy == .rejectEverything && batch.hasFailures { batch.abort() }
            let isApplied = !input.dryRun && (input.items.isEmpty || !batch.valid.isEmpty)
            let employees = isApplied ? try await store(batch.valid, transaction, context) : [:]
            let results = batch.items.enumerated().map { result($1, at: $0, employees) }
            return BulkPayload(results, isApplied: isApplied, clientMutationId: input.clientMutationId)
        }
    }

    /// - Parameter employees: those that were stored, by id.
    private static func result(
        _ item: BulkUpsertItem,
        at index: Int,
        _ employees: [UUID: EmployeeRow]
    ) -> BulkResult<Self> {
        BulkResult(
            index: Int32(index),
            clientRef: item.input.clientRef,
            entity: item.isValid ? employees[item.values.id] : nil,
            userErrors: item.errors.errors
        )
    }

    private static func store(
        _ items: [BulkUpsertItem],
        _ transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> [UUID: EmployeeRow] {
        let results = try await transaction.pipeline([
            EmployeeStatements.insert(items.filter { $0.stored == nil }.map(\.values)),
            EmployeeStatements.update(items.filter { $0.stored != nil }.map(\.values)),
            try context.audit(items.map(auditEntry)),
        ])
        let employees = (Array(results[0]) + Array(results[1])).map(EmployeeRow.init)
        return Dictionary(uniqueKeysWithValues: employees.map { ($0.id, $0) })
    }

    private static func auditEntry(_ item: BulkUpsertItem) -> AuditEntry {
        let new = item.values.json
        let old = item.stored?.json
        return AuditEntry(
            action: "employeesBulkUpsert",
            entityType: "Employee",
            entityID: item.values.id,
            oldValues: old?.differences(from: new),
            newValues: old.map { new.differences(from: $0) } ?? new
        )
    }
}
