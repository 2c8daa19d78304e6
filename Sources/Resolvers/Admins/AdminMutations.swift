import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindAdminMutations() {
        bindAdminPayload(of: AdminGrant.self)
        bindAdminPayload(of: AdminRevoke.self)
        object(MutationRow.self) { type in
            type.mutation("adminGrant", MutationAdminGrantArguments.self) { arguments, call in
                try await AdminGrant.run(arguments.input, call.context)
            }
            type.mutation("adminRevoke", MutationAdminRevokeArguments.self) { arguments, call in
                try await AdminRevoke.run(arguments.input, call.context)
            }
        }
    }

    private mutating func bindAdminPayload<Mutation: AdminMutation>(of mutation: Mutation.Type) {
        object(AdminPayload<Mutation>.self) { type in
            type.child("grant") { $0.change?.grant }
            type.child("member") { $0.change?.member }
            type.bindPayload()
        }
    }
}

/// A mutation of one member's grant.
protocol AdminMutation: SendableMetatype {
    static var payloadTypeName: String { get }
    /// The root field.
    static var action: String { get }
    /// The role that the member gets.
    static var role: Auth.MembershipRole { get }
}

extension AdminMutation {
    /// Changes the grant of a live member under the organization's lock.
    ///
    /// - Parameter check: adds to the errors what forbids the change.
    static func change(
        _ id: GlobalID,
        reason: String?,
        _ context: ResolverContext,
        _ check: (StoredMember, inout InputErrors) throws -> Void
    ) async throws -> MutationOutcome<AdminChange> {
        let missing = UserErrors.notFound("member", path: ["input", "memberId"])
        guard let key = id.key(of: .member) else { return .failure(missing) }
        return try await context.mutate { transaction in
            let lookup = try await MemberLookup.read(members: [key], in: transaction, context)
            guard let member = lookup.members[key] else { throw missing }
            var errors = InputErrors(path: ["input"])
            try check(member, &errors)
            try errors.throwIfAny()
            var changed = MemberChange(member)
            changed.values.role = role
            changed.reason = reason
            return try await store(changed, transaction, context)
        }
    }

    private static func store(
        _ change: MemberChange,
        _ transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> AdminChange {
        let statements = try MemberChanges(changes: [change], action: action).statements(context)
        let results = try await transaction.pipeline(statements + [AdminGrantRow.latest(.uuid(change.member.id))])
        guard let member = results[statements.count - 1].first, let grant = results.last?.first else {
            throw PublicErrors.internalError
        }
        return AdminChange(grant: AdminGrantRow(grant), member: MemberRow(member))
    }
}
