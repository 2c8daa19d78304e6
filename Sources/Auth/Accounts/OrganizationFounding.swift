import FoundationEssentials
import JSON
import Postgres
import Time

/// Founds an organization within a transaction of the sign-in role, for a person who is there already or made in it.
///
/// That role may not write tenant tables. For the organization's rows the transaction becomes `app_user` in the new
/// organization, as any other work there, and then goes back.
struct OrganizationFounding {
    /// What the audit log says of the request.
    struct Request {
        /// The mutation's root field.
        let action: String
        let client: Client
        var sessionID: UUID?
    }

    let organizationID = UUID()
    private let memberID = UUID()
    let profile: OrganizationProfile
    let ownerUserID: UUID
    let request: Request
    let now: Timestamp

    /// - Parameters:
    ///   - slug: in lower case; nil for one that is made from the name.
    ///   - field: the input's field with the slug, for `AccountRefusal.taken`.
    func found(slug: String?, _ field: AccountRefusal.Field, in transaction: Transaction<AuthScope>) async throws {
        try await insert(in: transaction)
        let taken = try await take(slug, field, in: transaction)
        let role = Parameter.text(DatabaseRole.auth.rawValue)
        _ = try await transaction.pipeline([
            audit(slug: taken), Self.become(role, .text(""), .text(ownerUserID.uuidString)),
        ])
    }

    private func insert(in transaction: Transaction<AuthScope>) async throws {
        let ownerID = UUID()
        let organization = Parameter.uuid(organizationID)
        _ = try await transaction.pipeline([
            Self.become(
                .text(DatabaseRole.user.rawValue),
                .text(organizationID.uuidString),
                .text(ownerUserID.uuidString)
            ),
            insertOrganization(ownerID: ownerID),
            Self.insertSettings(organization),
            Self.insertMember(organization, .uuid(memberID), .uuid(ownerUserID)),
            Self.insertOwner(organization, .uuid(ownerID), .uuid(memberID)),
        ])
    }

    private func insertOrganization(ownerID: UUID) -> BoundStatement<AuthScope> {
        Self.insertOrganization(
            .uuid(organizationID),
            .text(profile.name),
            .optional(profile.description),
            .optional(profile.industry),
            .optional(profile.countryCode),
            .text(profile.timeZone),
            .text(profile.locale),
            .uuid(ownerID),
            .timestamp(now)
        )
    }

    /// Answers the slug. A given one that is another organization's, now or earlier, is refused.
    private func take(
        _ slug: String?,
        _ field: AccountRefusal.Field,
        in transaction: Transaction<AuthScope>
    ) async throws -> String {
        if let slug {
            guard try await isFree(slug, in: transaction) else { throw AccountRefusal.taken(field) }
            return slug
        }
        var candidate = OrganizationSlug.from(name: profile.name)
        for _ in 0...8 {
            if try await isFree(candidate, in: transaction) { return candidate }
            candidate = OrganizationSlug.variation(of: OrganizationSlug.from(name: profile.name))
        }
        throw AccountRefusal.taken(field)
    }

    private func isFree(_ slug: String, in transaction: Transaction<AuthScope>) async throws -> Bool {
        try await transaction.run(Self.insertSlug(.text(slug), .uuid(organizationID))).affectedRows == 1
    }

    private func audit(slug: String) -> BoundStatement<AuthScope> {
        let values: JSONValue = ["name": .string(profile.name), "slug": .string(slug)]
        return Self.insertAudit(
            .uuid(organizationID),
            .uuid(ownerUserID),
            .uuid(memberID),
            .optional(request.sessionID),
            .optional(request.client.requestID),
            .optional(request.client.address),
            .optional(request.client.userAgent),
            .optional(request.client.operationName),
            .text(request.action),
            .text(values.text)
        )
    }
}

extension OrganizationFounding {
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
        INSERT INTO organizations (id, name, description, industry, country_code, time_zone, locale, current_owner_id,
                                   created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
        """
    )

    private static let insertSettings = Statement<AuthScope>(
        "insert organization settings",
        "INSERT INTO organization_settings (organization_id) VALUES ($1)"
    )

    /// Intervals of histories begin and end by the database's clock.
    private static let insertMember = Statement<AuthScope>(
        "insert owner's membership",
        "INSERT INTO organization_members (organization_id, id, user_id) VALUES ($1, $2, $3)"
    )

    private static let insertOwner = Statement<AuthScope>(
        "insert owner",
        "INSERT INTO organization_owners (organization_id, id, member_id) VALUES ($1, $2, $3)"
    )

    private static let insertSlug = Statement<AuthScope>(
        "insert slug",
        "INSERT INTO organization_slugs (slug, organization_id) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING"
    )

    private static let insertAudit = Statement<AuthScope>(
        "audit founding",
        """
        INSERT INTO audit_logs (organization_id, actor_kind, actor_user_id, actor_member_id, session_id, request_id, ip,
                                user_agent, operation_name, action, entity_type, entity_id, new_values)
        VALUES ($1, 'user', $2, $3, $4, $5, $6::inet, $7, $8, $9, 'Organization', $1, $10::jsonb)
        """
    )
}
