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
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let isAdmin = input.role == .admin
        return try await throttled(context) { try await add(email: email, title: title, isAdmin: isAdmin, context) }
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
        title: String?,
        isAdmin: Bool,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<MemberRow> {
        try await context.mutate { transaction in
            let tenant = try context.tenant()
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), MemberAddStatements.ownRole(.uuid(tenant.memberID)),
                MemberAddStatements.find(.text(email)),
            ])
            try checkRole(results[1].first, tenant.viewer, isAdminWanted: isAdmin)
            guard let person = results[2].first, let userID = person.optionalUUID(0) else {
                throw UserErrors(.notFound, "Nobody has verified this address.", path: ["input", "email"])
            }
            if person.bool(1) { throw alreadyMember }
            let member = NewMember(userID: userID, title: title, isAdmin: isAdmin)
            return try await member.store(in: transaction, context)
        }
    }

    /// The role may have changed while the transaction waited for the organization's lock.
    private static func checkRole(_ row: Row?, _ viewer: Viewer, isAdminWanted: Bool) throws {
        guard let role = row?.string(0).uppercased(), role == viewer.claims.membership?.role.rawValue else {
            throw PublicErrors.refusal(.tokenStale)
        }
        if isAdminWanted && viewer.claims.membership?.role != .owner { throw ownerOnly }
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
    let title: String?
    let isAdmin: Bool

    /// Stores the member, the grant of an admin and the audit log's row in one round trip.
    func store(in transaction: Transaction<TenantScope>, _ context: ResolverContext) async throws -> MemberRow {
        let grantedBy = try context.tenant().viewer.claims.userID
        var statements = [MemberAddStatements.insert(.uuid(id), .uuid(userID), .optional(title))]
        if isAdmin { statements.append(MemberAddStatements.grantAdmin(.uuid(id), .uuid(grantedBy))) }
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
        [
            "userId": .optional(userID), "role": .string(isAdmin ? "ADMIN" : "MEMBER"), "title": .optional(title),
        ]
    }
}

private enum MemberAddStatements {
    static let ownRole = Statement<TenantScope>(
        "own role",
        """
        SELECT x.role FROM member_effective_role x
        WHERE x.organization_id = $1 AND x.member_id = $2 AND x.is_active
        """
    )

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
