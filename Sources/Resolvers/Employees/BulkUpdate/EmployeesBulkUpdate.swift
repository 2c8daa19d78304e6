import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindEmployeesBulkUpdate() {
        bindBulkPayload(of: EmployeesBulkUpdate.self)
        object(MutationRow.self) { type in
            type.mutation("employeesBulkUpdate", MutationEmployeesBulkUpdateArguments.self) { arguments, call in
                try await EmployeesBulkUpdate.run(arguments.input, call.context)
            }
        }
    }
}

/// Applies one patch to employees with the same number of statements for one as for all that are allowed.
///
/// What is wrong with the patch itself is wrong for everybody, so it refuses the batch as a whole.
enum EmployeesBulkUpdate: BulkMutation {
    static let payloadTypeName = "EmployeesBulkUpdatePayload"
    static let resultTypeName = "EmployeesBulkUpdateResult"
    static let entityField = "employee"
    private static let path = ["input", "patch"]

    typealias Entity = EmployeeRow

    static func run(_ input: EmployeesBulkUpdateInput, _ context: ResolverContext) async throws -> BulkPayload<Self> {
        try await payload(
            itemCount: input.employeeIds.count,
            field: "employeeIds",
            clientMutationId: input.clientMutationId.given
        ) {
            var errors = InputErrors(path: path)
            let patch = EmployeePatch(input.patch, &errors)
            guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
            return try await attempt(input, patch, context)
        }
    }

    private static func attempt(
        _ input: EmployeesBulkUpdateInput,
        _ patch: EmployeePatch,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        try await context.mutate(path: path) { transaction in
            var batch = EmployeeBulkPatch(input.employeeIds, patch)
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), lock(.uuids(batch.keys)), patch.references(now: context.request.now),
                patch.holders(),
            ])
            let references = EmployeeReferences(results[2][0])
            var errors = InputErrors(path: path)
            references.check(&errors)
            try errors.throwIfAny()
            batch.resolve(stored: results[1].map(EmployeeRow.init), references, holders: EmployeeKeyHolders(results[3]))
            if input.errorPolicy == .rejectEverything && batch.hasFailures { batch.abort() }
            let isApplied = batch.items.isEmpty || !batch.valid.isEmpty
            let employees = batch.valid.isEmpty ? [:] : try await store(batch.valid, transaction, context)
            let payload = batch.items.enumerated().map { result($1, at: $0, employees) }
            return BulkPayload(payload, isApplied: isApplied, clientMutationId: input.clientMutationId.given)
        }
    }

    /// - Parameter employees: those that were stored, by id.
    private static func result(
        _ item: EmployeeBulkPatch.Item,
        at index: Int,
        _ employees: [UUID: EmployeeRow]
    ) -> BulkResult<Self> {
        BulkResult(
            index: Int32(index),
            clientRef: nil,
            entity: item.change.flatMap { employees[$0.new.id] },
            userErrors: item.errors
        )
    }

    private static func store(
        _ changes: [EmployeeBulkPatch.Change],
        _ transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> [UUID: EmployeeRow] {
        let results = try await transaction.pipeline([
            EmployeeStatements.update(changes.map(\.new)), try context.audit(changes.map(auditEntry)),
        ])
        return Dictionary(uniqueKeysWithValues: results[0].map(EmployeeRow.init).map { ($0.id, $0) })
    }

    private static func auditEntry(_ change: EmployeeBulkPatch.Change) -> AuditEntry {
        let (old, new) = (change.old.json, change.new.json)
        return AuditEntry(
            action: "employeesBulkUpdate",
            entityType: "Employee",
            entityID: change.new.id,
            oldValues: old.differences(from: new),
            newValues: new.differences(from: old)
        )
    }

    /// In the order of their ids, as everybody locks several.
    private static let lock = Statement<TenantScope>(
        "lock employees",
        """
        SELECT \(EmployeeRow.columns) FROM employees e
        WHERE e.organization_id = $1 AND e.id = ANY($2) AND e.deleted_at IS NULL
        ORDER BY e.id
        FOR NO KEY UPDATE OF e
        """
    )
}
