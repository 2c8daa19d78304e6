import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// attendanceRecordsBulkOverride: with the same number of statements for one item as for all that are allowed.
enum RecordsBulkOverride: BulkMutation {
    typealias Entity = AttendanceRecordRow

    static let field = "attendanceRecordsBulkOverride"
    static let payloadTypeName = "AttendanceRecordsBulkOverridePayload"
    static let resultTypeName = "AttendanceRecordsBulkOverrideResult"
    static let entityField = "attendanceRecord"

    static func run(
        _ input: AttendanceRecordsBulkOverrideInput,
        _ context: ResolverContext
    ) async throws -> BulkPayload<Self> {
        try await payload(itemCount: input.items.count, clientMutationId: input.clientMutationId) {
            try await attempt(input, context)
        }
    }

    private static func attempt(
        _ input: AttendanceRecordsBulkOverrideInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        try await context.mutate(path: ["input", "items"]) { transaction in
            var items = items(input)
            let stored = try await StoredDays.read(items.filter(\.errors.isEmpty).compactMap(\.range), in: transaction)
            for index in items.indices where items[index].errors.isEmpty { items[index].resolve(stored) }
            if input.errorPolicy == .rejectEverything && items.contains(where: { !$0.errors.isEmpty }) {
                abort(&items)
            }
            let decisions = DayDecisions(decisions: items.filter(\.errors.isEmpty), action: field)
            let isEmpty = decisions.decisions.isEmpty
            let records = isEmpty ? [:] : try await decisions.store(stored, in: transaction, context)
            let results = items.enumerated().map { index, item in
                BulkResult<Self>(
                    index: Int32(index),
                    clientRef: input.items[index].clientRef,
                    entity: item.errors.isEmpty ? item.days.first.flatMap { records[$0] } : nil,
                    userErrors: item.errors.errors
                )
            }
            let isApplied = items.isEmpty || !isEmpty
            return BulkPayload(results, isApplied: isApplied, clientMutationId: input.clientMutationId)
        }
    }

    /// The first item of a day counts, be it valid or not.
    private static func items(_ input: AttendanceRecordsBulkOverrideInput) -> [DayDecision] {
        var items = input.items.enumerated().map { DayDecision($1, index: $0) }
        var seen: Set<EmployeeDays> = []
        for index in items.indices {
            guard let range = items[index].range, !seen.insert(range).inserted else { continue }
            items[index].errors.add(.duplicateInBatch, "An earlier item of the batch is for this day.", "workDate")
        }
        return items
    }

    private static func abort(_ items: inout [DayDecision]) {
        for index in items.indices where items[index].errors.isEmpty {
            items[index].errors.add(.batchAborted, "Nothing was applied because other items failed.", nil)
        }
    }
}
