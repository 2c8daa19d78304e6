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
            return try await NewMember(userID: userID, values: values).store(in: transaction, context)
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

/// A membership that is about to be made.
private struct NewMember {
    let id = UUID()
    let userID: UUID
    let values: MemberValues

    /// Stores the member with grant and roles and the audit log's row in one round trip.
    func store(in transaction: Transaction<TenantScope>, _ context: ResolverContext) async throws -> MemberRow {
        let grantedBy = Parameter.uuid(try context.tenant().viewer.claims.userID)
        var statements = [MemberAddStatements.insert(.uuid(id), .uuid(userID), .optional(values.title))]
        if values.role == .admin { statements.append(MemberAddStatements.grantAdmin(.uuid(id), grantedBy)) }
        if !values.customRoleIDs.isEmpty {
            let roles = Array(values.customRoleIDs)
            statements.append(MemberChangeStatements.addRoles(grantedBy, .uuids(roles.map { _ in id }), .uuids(roles)))
        }
        statements.append(
            try context.audit(
                AuditEntry(action: "memberAdd", entityType: "Member", entityID: id, newValues: json)
            )
        )
        statements.append(MemberAddStatements.select(.uuid(id)))
        guard let row = try await transaction.pipeline(statements).last?.first else {
            throw PublicErrors.internalError
        }
        return MemberRow(row)
    }

    private var json: JSONObject {
        var json = values.json
        json["userId"] = .optional(userID)
        return json
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

    static let insert = Statement<TenantScope>(
        "insert member",
        "INSERT INTO organization_members (organization_id, id, user_id, title) VALUES ($1, $2, $3, $4)"
    )

    static let grantAdmin = Statement<TenantScope>(
        "grant admin",
        "INSERT INTO organization_admins (organization_id, member_id, granted_by) VALUES ($1, $2, $3)"
    )

    static let select = Statement<TenantScope>(
        "added member",
        "SELECT \(MemberRow.columns) FROM organization_members m WHERE m.organization_id = $1 AND m.id = $2"
    )
}
