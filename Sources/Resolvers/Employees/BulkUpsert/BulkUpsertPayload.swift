import FoundationEssentials
import GraphQLEngine
import Schema

/// What `employeesBulkUpsert` answers.
struct BulkUpsertPayload: MutationPayload {
    static let typeName = "EmployeesBulkUpsertPayload"

    /// One per item, in the order of the input; none when the batch as a whole was refused.
    let results: [BulkUpsertResult]
    let applied: Bool
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    var successCount: Int32 { Int32(results.count { $0.userErrors.isEmpty }) }
    var failureCount: Int32 { Int32(results.count) - successCount }

    /// - Parameter employees: those that were stored, by id.
    init(
        _ batch: BulkUpsert,
        _ employees: [UUID: EmployeeRow],
        isApplied: Bool,
        _ input: EmployeesBulkUpsertInput
    ) {
        results = batch.items.enumerated().map { index, item in
            BulkUpsertResult(
                index: Int32(index),
                clientRef: item.input.clientRef,
                employee: item.isValid ? employees[item.values.id] : nil,
                userErrors: item.errors.errors
            )
        }
        applied = isApplied
        userErrors = []
        clientMutationId = input.clientMutationId
    }

    /// Of a batch that was refused as a whole.
    init(failure: [UserErrorRow], _ input: EmployeesBulkUpsertInput) {
        results = []
        applied = false
        userErrors = failure
        clientMutationId = input.clientMutationId
    }
}

/// What became of one item.
struct BulkUpsertResult: ObjectRow {
    static let typeName = "EmployeesBulkUpsertResult"

    /// Place of the item in the input, from 0.
    let index: Int32
    let clientRef: String?
    /// Nil when the item failed or nothing was applied.
    let employee: EmployeeRow?
    let userErrors: [UserErrorRow]
}
