import FoundationEssentials
import Postgres
import Time

/// Founds an organization within the transaction that also makes its owner's account.
///
/// Sign-up works as `app_auth`, which may not write tenant tables. For the organization's rows the transaction becomes
/// `app_user` in the new organization, as any other work there, and then goes back.
struct OrganizationFounding {
    let organizationID = UUID()
    let name: String
    let timeZone: String
    let ownerUserID: UUID
    let now: Timestamp

    func found(in transaction: Transaction<AuthScope>) async throws {
        let (memberID, ownerID) = (UUID(), UUID())
        let organization = Parameter.uuid(organizationID)
        _ = try await transaction.pipeline([
            Self.become(
                .text(DatabaseRole.user.rawValue),
                .text(organizationID.uuidString),
                .text(ownerUserID.uuidString)
            ),
            Self.insertOrganization(organization, .text(name), .text(timeZone), .uuid(ownerID), .timestamp(now)),
            Self.insertSettings(organization),
            Self.insertMember(organization, .uuid(memberID), .uuid(ownerUserID), .timestamp(now)),
            Self.insertOwner(organization, .uuid(ownerID), .uuid(memberID), .timestamp(now)),
        ])
    }

    /// False when another organization has the slug, now or earlier.
    func take(_ slug: String, in transaction: Transaction<AuthScope>) async throws -> Bool {
        try await transaction.run(Self.insertSlug(.text(slug), .uuid(organizationID))).affectedRows == 1
    }

    func takeSlugFromName(in transaction: Transaction<AuthScope>) async throws {
        let slug = OrganizationSlug.from(name: name)
        if try await take(slug, in: transaction) { return }
        for _ in 0..<8 where try await take(OrganizationSlug.variation(of: slug), in: transaction) { return }
        throw AccountRefusal.taken(.organizationSlug)
    }

    func leaveOrganization(in transaction: Transaction<AuthScope>) async throws {
        let role = Parameter.text(DatabaseRole.auth.rawValue)
        _ = try await transaction.run(Self.become(role, .text(""), .text(ownerUserID.uuidString)))
    }

    private static let become = Statement<AuthScope>(
        "change role",
        """
        SELECT set_config('role', $1, true), set_config('app.organization_id', $2, true),
               set_config('app.user_id', $3, true)
        """
    )

    private static let insertOrganization = Statement<AuthScope>(
        "insert organization",
        """
        INSERT INTO organizations (id, name, time_zone, current_owner_id, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $5)
        """
    )

    private static let insertSettings = Statement<AuthScope>(
        "insert organization settings",
        "INSERT INTO organization_settings (organization_id) VALUES ($1)"
    )

    private static let insertMember = Statement<AuthScope>(
        "insert owner's membership",
        "INSERT INTO organization_members (organization_id, id, user_id, joined_at) VALUES ($1, $2, $3, $4)"
    )

    private static let insertOwner = Statement<AuthScope>(
        "insert owner",
        "INSERT INTO organization_owners (organization_id, id, member_id, started_at) VALUES ($1, $2, $3, $4)"
    )

    private static let insertSlug = Statement<AuthScope>(
        "insert slug",
        "INSERT INTO organization_slugs (slug, organization_id) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING"
    )
}
