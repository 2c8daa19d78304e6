import GraphQLEngine

/// A mutation whose payload has one changed object besides the members of every payload.
protocol EntityMutation: SendableMetatype {
    associatedtype Entity: ObjectRow

    static var payloadTypeName: String { get }
    /// The payload's field of the changed object.
    static var entityField: String { get }
}

/// What such a mutation answers.
struct EntityPayload<Mutation: EntityMutation>: MutationPayload {
    static var typeName: String { Mutation.payloadTypeName }

    /// Nil when the mutation failed.
    let entity: Mutation.Entity?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    /// - Parameter faults: what was wrong though the object was changed.
    init(_ outcome: MutationOutcome<Mutation.Entity>, faults: [UserErrorRow] = [], clientMutationId: String?) {
        entity = outcome.value
        userErrors = outcome.userErrors + faults
        self.clientMutationId = clientMutationId
    }
}

extension Bindings<ResolverContext> {
    mutating func bindPayload<Mutation: EntityMutation>(of mutation: Mutation.Type) {
        object(EntityPayload<Mutation>.self) { type in
            type.child(Mutation.entityField) { $0.entity }
            type.bindPayload()
        }
    }
}
