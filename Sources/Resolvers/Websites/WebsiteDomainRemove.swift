import GraphQLEngine
import JSON
import Postgres
import Schema

/// Releases a domain, verified or not.
enum WebsiteDomainRemove {
    static func run(
        _ input: WebsiteDomainRemoveInput,
        _ context: ResolverContext
    ) async throws -> WebsiteDomainRemovePayload {
        let outcome = try await WebsiteDomainClaim.change(input.websiteId, input.domain, context) {
            website,
            domain,
            transaction in
            let name = domain.row.string(0)
            let audit = try WebsiteDomainClaim.audit(
                "websiteDomainRemove",
                website,
                old: ["domain": .string(name), "verified": .bool(domain.isVerified)],
                context
            )
            _ = try await transaction.pipeline([remove(.text(name)), audit])
            return name
        }
        return WebsiteDomainRemovePayload(
            removedDomain: outcome.value,
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }

    private static let remove = Statement<TenantScope>(
        "release domain",
        "DELETE FROM website_domains AS c WHERE c.organization_id = $1 AND c.domain = $2"
    )
}

/// What `websiteDomainRemove` answers.
struct WebsiteDomainRemovePayload: MutationPayload {
    static let typeName = "WebsiteDomainRemovePayload"

    /// Nil when the mutation failed.
    let removedDomain: String?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?
}

extension Bindings<ResolverContext> {
    mutating func bindWebsiteDomainRemove() {
        object(WebsiteDomainRemovePayload.self) { type in
            type.value("removedDomain") { $0.removedDomain }
            type.bindPayload()
        }
        object(MutationRow.self) { type in
            type.mutation("websiteDomainRemove", MutationWebsiteDomainRemoveArguments.self) { arguments, call in
                try await WebsiteDomainRemove.run(arguments.input, call.context)
            }
        }
    }
}
