import Schema

/// Takes the access of a member until somebody activates them again.
enum MemberDeactivate: MemberMutation {
    static let payloadTypeName = "MemberDeactivatePayload"
    static let action = "memberDeactivate"

    static func run(_ input: MemberDeactivateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        var errors = InputErrors(path: ["input"])
        let reason = errors.optional(input.reason, "reason", maximumLength: 1_000)
        let outcome = try await setAccess(.deactivated, of: input.memberId, reason, errors, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// Gives a deactivated or suspended member access again. An admin grant that ended does not come back.
enum MemberActivate: MemberMutation {
    static let payloadTypeName = "MemberActivatePayload"
    static let action = "memberActivate"

    static func run(_ input: MemberActivateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let errors = InputErrors(path: ["input"])
        let outcome = try await setAccess(.active, of: input.memberId, nil, errors, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// Takes the access of a member for a reason that has to be told.
enum MemberSuspend: MemberMutation {
    static let payloadTypeName = "MemberSuspendPayload"
    static let action = "memberSuspend"

    static func run(_ input: MemberSuspendInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        var errors = InputErrors(path: ["input"])
        let reason = errors.required(input.reason, "reason", maximumLength: 1_000)
        let outcome = try await setAccess(.suspended, of: input.memberId, reason, errors, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

extension MemberMutation {
    fileprivate static func setAccess(
        _ state: MemberAccessState,
        of id: GlobalID,
        _ reason: String?,
        _ inputErrors: InputErrors,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<MemberRow> {
        guard inputErrors.isEmpty else { return .failure(UserErrors(inputErrors.errors)) }
        let authority = MemberAuthority(try context.tenant())
        return try await change(id, context) { change, _, errors in
            authority.checkAccess(of: change.member, &errors)
            errors.addTransition(change.member.values.accessState.becoming(state), of: "member", "memberId")
            change.values.setAccess(state)
            change.reason = reason
        }
    }
}

extension MemberAccessState {
    /// A suspension is lifted before anything weaker takes its place.
    func becoming(_ state: MemberAccessState) -> StateChange<MemberAccessState> {
        let allowed: [MemberAccessState] =
            switch self {
            case .active: [.deactivated, .suspended]
            case .deactivated: [.active, .suspended]
            case .suspended: [.active]
            }
        return StateChange(from: self, to: state, allowed: allowed)
    }
}
