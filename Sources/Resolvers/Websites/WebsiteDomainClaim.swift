import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// A claimed domain that a mutation is about, on its website, which is locked.
enum WebsiteDomainClaim {
    static func change<Value: Sendable>(
        _ websiteID: GlobalID,
        _ text: String,
        _ context: ResolverContext,
        _ body: (WebsiteRow, WebsiteDomainRow, Transaction<TenantScope>) async throws -> Value
    ) async throws -> MutationOutcome<Value> {
        var errors = InputErrors(path: ["input"])
        let domain = errors.domain(text)
        return try await WebsiteChange.run(websiteID, .websiteConfigure, errors, context) { website, transaction in
            guard let row = try await transaction.run(select(.uuid(website.id), .text(domain))).first else {
                throw UserErrors.notFound("domain", path: ["input", "domain"])
            }
            return try await body(website, WebsiteDomainRow(row, viewerRole: website.viewerRole), transaction)
        }
    }

    /// The statement that records a change of a website's domains.
    static func audit(
        _ action: String,
        _ website: WebsiteRow,
        old: JSONObject? = nil,
        new: JSONObject? = nil,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        try context.audit(
            AuditEntry(action: action, entityType: "Website", entityID: website.id, oldValues: old, newValues: new)
        )
    }

    private static let select = Statement<TenantScope>(
        "domain of website",
        """
        SELECT \(WebsiteDomainRow.columns) FROM website_domains c
        WHERE c.organization_id = $1 AND c.website_id = $2 AND c.domain = $3
        """
    )
}
