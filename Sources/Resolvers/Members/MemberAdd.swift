import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// Makes a person with a verified e-mail address a member, without an invitation.
enum MemberAdd: EntityMutation {
    static let payloadTypeName = "MemberAddPayload"
    static let entityField = "member"

    typealias Entity = MemberRow

    static func run(_ input: MemberAddInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: MemberAddInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<MemberRow> {
        if input.role == .owner { return .failure(ownerIsTransferred) }
        var errors = InputErrors(path: ["input"])
        let email = errors.required(input.email, "email", maximumLength: 320)
        let title = errors.optional(input.title, "title", maximumLength: 200)
        let roles = MemberPatch(title: .absent, roleIDs: input.roleIds.map(InputField.value) ?? .absent, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let isAdmin = input.role == .admin
        if try isAdmin && context.tenant().viewer.claims.membership?.role != .owner { return .failure(ownerOnly) }
        let values = MemberValues(
            title: title,
            role: isAdmin ? .admin : .member,
            accessState: .active,
            customRoleIDs: []
        )
        return try await throttled(context) { try await add(email: email, values, roles, context) }
    }

    /// Counts addresses of nobody, so that nobody finds out by trying who has an account.
    private static func throttled(
        _ context: ResolverContext,
        _ add: () async throws -> MutationOutcome<MemberRow>
    ) async throws -> MutationOutcome<MemberRow> {
        let viewer = try context.tenant().viewer
        let throttle = context.throttle(.memberAdd)
        let admission = try await context.account { try await throttle.admit(viewer) }
        if case .failure(let refusal) = admission { return .failure(refusal) }
        do {
            let outcome = try await add()
            if outcome.userErrors.contains(where: \.isNotFound) { return outcome }
            await throttle.takeBack(viewer, isSuccess: outcome.value != nil)
            return outcome
        } catch {
            await throttle.takeBack(viewer, isSuccess: false)
            throw error
        }
    }

    private static func add(
        email: String,
        _ values: MemberValues,
        _ roles: MemberPatch,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<MemberRow> {
        let authority = MemberAuthority(try context.tenant())
        return try await context.mutate { transaction in
            let lookup = try await MemberLookup.read(
                roles: roles.roleKeys,
                and: [MemberAddStatements.find(.text(email))],
                in: transaction,
                context
            )
            guard let person = lookup.results[0].first, let userID = person.optionalUUID(0) else {
                throw UserErrors(.notFound, "Nobody has verified this address.", path: ["input", "email"])
            }
            if person.bool(1) { throw alreadyMember }
            var values = values
            var errors = InputErrors(path: ["input"])
            roles.apply(to: &values, lookup, authority, &errors)
            try errors.throwIfAny()
            let member = NewMember(userID: userID, values: values)
            let audit = try context.audit(
                AuditEntry(action: "memberAdd", entityType: "Member", entityID: member.id, newValues: member.json)
            )
            let inserts = member.inserts(grantedBy: try context.tenant().viewer.claims.userID)
            let stored = try await transaction.pipeline(inserts + [audit, member.select])
            guard let row = stored.last?.first else { throw PublicErrors.internalError }
            return MemberRow(row)
        }
    }

    private static let ownerIsTransferred = UserErrors(
        .roleEscalation,
        "Nobody is added as the owner: ownership is transferred.",
        path: ["input", "role"]
    )
    private static let ownerOnly = UserErrors(.ownerOnly, "Only the owner adds admins.", path: ["input", "role"])
    private static let alreadyMember = UserErrors(
        .alreadyMember,
        "This person is a member already.",
        path: ["input", "email"]
    )
}

extension UserErrorRow {
    fileprivate var isNotFound: Bool {
        if case .generic(let error) = self { error.code == .notFound } else { false }
    }
}

private enum MemberAddStatements {
    static let find = Statement<TenantScope>(
        "find person to add",
        """
        SELECT u.id, EXISTS (SELECT FROM organization_members m
                 WHERE m.organization_id = $1 AND m.user_id = u.id AND m.ended_at IS NULL)
        FROM (SELECT app.find_user_by_email($2)) AS u (id)
        """
    )
}
