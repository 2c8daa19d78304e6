import GraphQLEngine
import Schema

/// A mutation of many items, whose payload has one result per item.
protocol BulkMutation: SendableMetatype {
    associatedtype Entity: ObjectRow

    static var payloadTypeName: String { get }
    static var resultTypeName: String { get }
    /// The result's field of the changed object.
    static var entityField: String { get }
}

extension BulkMutation {
    /// Of one batch.
    static var maximumItemCount: Int { 200 }

    /// What an attempt came to; a batch that is too large is not attempted.
    ///
    /// - Parameter field: the input's list of items.
    static func payload(
        itemCount: Int,
        field: String = "items",
        clientMutationId: String?,
        _ attempt: () async throws -> MutationOutcome<BulkPayload<Self>>
    ) async throws -> BulkPayload<Self> {
        guard itemCount <= maximumItemCount else {
            let message = "A batch may have at most \(maximumItemCount) items."
            let tooLarge = UserErrorRow(.batchTooLarge, message, path: ["input", field])
            return BulkPayload(failure: [tooLarge], clientMutationId: clientMutationId)
        }
        switch try await attempt() {
        case .success(let payload): return payload
        case .failure(let error): return BulkPayload(failure: error.errors, clientMutationId: clientMutationId)
        }
    }
}

/// What such a mutation answers.
struct BulkPayload<Mutation: BulkMutation>: MutationPayload {
    static var typeName: String { Mutation.payloadTypeName }

    /// One per item, in the order of the input; none when the batch as a whole was refused.
    let results: [BulkResult<Mutation>]
    let applied: Bool
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    var successCount: Int32 { Int32(results.count { $0.userErrors.isEmpty }) }
    var failureCount: Int32 { Int32(results.count) - successCount }

    init(_ results: [BulkResult<Mutation>], isApplied: Bool, clientMutationId: String?) {
        self.results = results
        applied = isApplied
        userErrors = []
        self.clientMutationId = clientMutationId
    }

    /// Of a batch that was refused as a whole.
    init(failure: [UserErrorRow], clientMutationId: String?) {
        results = []
        applied = false
        userErrors = failure
        self.clientMutationId = clientMutationId
    }
}

/// What became of one item.
struct BulkResult<Mutation: BulkMutation>: ObjectRow {
    static var typeName: String { Mutation.resultTypeName }

    /// Place of the item in the input, from 0.
    let index: Int32
    let clientRef: String?
    /// Nil when the item failed or nothing was applied.
    let entity: Mutation.Entity?
    let userErrors: [UserErrorRow]
}

extension Bindings<ResolverContext> {
    mutating func bindBulkPayload<Mutation: BulkMutation>(of mutation: Mutation.Type) {
        object(BulkResult<Mutation>.self) { type in
            type.value("index") { $0.index }
            type.value("clientRef") { $0.clientRef }
            type.child(Mutation.entityField) { $0.entity }
            type.child("userErrors") { $0.userErrors }
        }
        object(BulkPayload<Mutation>.self) { type in
            type.child("results") { $0.results }
            type.value("successCount") { $0.successCount }
            type.value("failureCount") { $0.failureCount }
            type.value("applied") { $0.applied }
            type.bindPayload()
        }
    }
}
