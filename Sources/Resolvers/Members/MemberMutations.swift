import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindMemberMutations() {
        bindPayload(of: MemberAdd.self)
        bindPayload(of: MemberUpdate.self)
        bindPayload(of: MemberRemove.self)
        bindPayload(of: MemberLeave.self)
        bindPayload(of: MemberDeactivate.self)
        bindPayload(of: MemberActivate.self)
        bindPayload(of: MemberSuspend.self)
        object(MutationRow.self) { type in
            type.bindMembership()
            type.bindAccess()
        }
        bindMembersBulkUpdate()
    }
}

extension ObjectBinding<MutationRow, ResolverContext> {
    fileprivate mutating func bindMembership() {
        mutation("memberAdd", MutationMemberAddArguments.self) { arguments, call in
            try await MemberAdd.run(arguments.input, call.context)
        }
        mutation("memberUpdate", MutationMemberUpdateArguments.self) { arguments, call in
            try await MemberUpdate.run(arguments.input, call.context)
        }
        mutation("memberRemove", MutationMemberRemoveArguments.self) { arguments, call in
            try await MemberRemove.run(arguments.input, call.context)
        }
        mutation("memberLeave", MutationMemberLeaveArguments.self) { arguments, call in
            try await MemberLeave.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindAccess() {
        mutation("memberDeactivate", MutationMemberDeactivateArguments.self) { arguments, call in
            try await MemberDeactivate.run(arguments.input, call.context)
        }
        mutation("memberActivate", MutationMemberActivateArguments.self) { arguments, call in
            try await MemberActivate.run(arguments.input, call.context)
        }
        mutation("memberSuspend", MutationMemberSuspendArguments.self) { arguments, call in
            try await MemberSuspend.run(arguments.input, call.context)
        }
    }
}

/// A mutation of one member whose payload has that member.
protocol MemberMutation: EntityMutation where Entity == MemberRow {
    /// The root field.
    static var action: String { get }
}

extension MemberMutation {
    static var entityField: String { "member" }

    static var missing: UserErrors { UserErrors.notFound("member", path: ["input", "memberId"]) }

    /// Changes a live member under the organization's lock.
    ///
    /// - Parameter change: adds to the errors what forbids the change.
    static func change(
        _ id: GlobalID,
        roles: [UUID] = [],
        _ context: ResolverContext,
        _ change: (inout MemberChange, MemberLookup, inout InputErrors) throws -> Void
    ) async throws -> MutationOutcome<MemberRow> {
        guard let key = id.key(of: .member) else { return .failure(missing) }
        return try await context.mutate { transaction in
            let lookup = try await MemberLookup.read(members: [key], roles: roles, in: transaction, context)
            guard let member = lookup.members[key] else { throw missing }
            var errors = InputErrors(path: ["input"])
            var changed = MemberChange(member)
            try change(&changed, lookup, &errors)
            try errors.throwIfAny()
            let changes = MemberChanges(changes: [changed], action: action)
            guard let row = try await changes.store(in: transaction, context)[key] else {
                throw PublicErrors.internalError
            }
            return row
        }
    }
}
