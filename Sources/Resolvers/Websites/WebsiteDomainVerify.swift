import Auth
import DNS
import FoundationEssentials
import JSON
import Postgres
import Schema
import Time

/// Looks for the record that shows whose a claimed domain is. No transaction waits for the name servers.
enum WebsiteDomainVerify: WebsiteDomainMutation {
    static let payloadTypeName = "WebsiteDomainVerifyPayload"

    static func run(
        _ input: WebsiteDomainVerifyInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let claim = try await change(input, context) { website, domain, _ in domain }
        guard case .success(let domain) = claim, !domain.isVerified else {
            return EntityPayload(claim, clientMutationId: input.clientMutationId)
        }
        if let failure = await look(for: domain.verification, context) {
            return EntityPayload(.failure(failure), clientMutationId: input.clientMutationId)
        }
        let token = domain.verification.token
        let outcome = try await change(input, context) { website, domain, transaction in
            // Claimed anew meanwhile: what was found says nothing of this claim.
            guard domain.verification.token == token else { throw notShown }
            let mark = mark(.text(domain.row.string(0)), .timestamp(context.request.now))
            let audit = try WebsiteDomainClaim.audit(
                "websiteDomainVerify",
                website,
                new: ["domain": .string(domain.row.string(0)), "verified": true],
                context
            )
            return WebsiteDomainRow(
                try await transaction.pipeline([mark, audit])[0][0],
                viewerRole: website.viewerRole
            )
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static func change(
        _ input: WebsiteDomainVerifyInput,
        _ context: ResolverContext,
        _ body: (WebsiteRow, WebsiteDomainRow, Transaction<TenantScope>) async throws -> WebsiteDomainRow
    ) async throws -> MutationOutcome<WebsiteDomainRow> {
        try await WebsiteDomainClaim.change(input.websiteId, input.domain, context, body)
    }

    /// Nil when the record is there.
    private static func look(for verification: DomainVerification, _ context: ResolverContext) async -> UserErrors? {
        do throws(TextRecordFailure) {
            let texts = try await context.services.textRecords.texts(of: verification.recordName)
            return verification.isShown(by: texts) ? nil : notShown
        } catch {
            return UserErrors(
                .domainNotVerified,
                "The name servers gave no answer. Try again later.",
                path: ["input", "domain"]
            )
        }
    }

    private static let notShown = UserErrors(
        .domainNotVerified,
        "The record was not found. It can take a while until a new one is seen.",
        path: ["input", "domain"]
    )

    private static let mark = Statement<TenantScope>(
        "mark domain verified",
        """
        UPDATE website_domains AS c SET verified_at = $3
        WHERE c.organization_id = $1 AND c.domain = $2
        RETURNING \(WebsiteDomainRow.columns)
        """
    )
}
