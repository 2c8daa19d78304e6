import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// Claims a domain for a website. Until it is verified, the claim only keeps others from claiming it too.
enum WebsiteDomainAdd: WebsiteDomainMutation {
    static let payloadTypeName = "WebsiteDomainAddPayload"
    /// Of one website.
    static let maximumCount: Int64 = 100

    static func run(_ input: WebsiteDomainAddInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        var errors = InputErrors(path: ["input"])
        let domain = errors.domain(input.domain)
        let outcome = try await WebsiteChange.run(input.websiteId, .websiteConfigure, errors, context) {
            website,
            transaction in
            let count = try await transaction.run(count(.uuid(website.id)))[0].int64(0)
            guard count < maximumCount else {
                throw UserErrors(
                    .limitReached,
                    "A website has at most \(maximumCount) domains.",
                    path: ["input", "domain"]
                )
            }
            let claim = insert(
                .text(domain),
                .uuid(website.id),
                .text(Self.token()),
                .timestamp(context.request.now)
            )
            let audit = try WebsiteDomainClaim.audit(
                "websiteDomainAdd",
                website,
                new: ["domain": .string(domain)],
                context
            )
            let row = try await transaction.pipeline([claim, audit])[0][0]
            return WebsiteDomainRow(row, viewerRole: website.viewerRole)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    /// Nobody can guess it, so nobody publishes it who was not told.
    private static func token() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<24).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    private static let count = Statement<TenantScope>(
        "count domains of website",
        "SELECT count(*) FROM website_domains c WHERE c.organization_id = $1 AND c.website_id = $2"
    )

    private static let insert = Statement<TenantScope>(
        "claim domain",
        """
        INSERT INTO website_domains AS c (organization_id, domain, website_id, verification_token, created_at)
        VALUES ($1, $2, $3, $4, $5)
        RETURNING \(WebsiteDomainRow.columns)
        """
    )
}

/// A mutation whose payload has a domain.
protocol WebsiteDomainMutation: EntityMutation where Entity == WebsiteDomainRow {}

extension WebsiteDomainMutation {
    static var entityField: String { "domain" }
}

extension InputErrors {
    /// A domain in its normal form.
    mutating func domain(_ text: String) -> String {
        let name = required(text, "domain", maximumLength: DomainName.maximumLength + 1)
        guard !name.isEmpty else { return name }
        guard let normalized = DomainName.normalized(name) else {
            add(.invalid, "This is no domain name, such as www.example.com.", "domain")
            return name
        }
        return normalized
    }
}
