import Auth
import Postgres
import Schema

/// Puts a website away, from which it can come back. Its key and its domains are free again.
enum WebsiteDelete: WebsiteMutation {
    static let payloadTypeName = "WebsiteDeletePayload"
    static let action = "websiteDelete"

    static func run(_ input: WebsiteDeleteInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let errors = InputErrors(path: ["input"])
        let outcome = try await WebsiteChange.run(input.websiteId, .websiteDelete, errors, context) {
            website,
            transaction in
            var values = WebsiteValues(website)
            values.isDeleted = true
            let release = [releaseDomains(.uuid(website.id))]
            return try await store(values, on: website, with: release, in: transaction, context)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static let releaseDomains = Statement<TenantScope>(
        "release domains of website",
        "DELETE FROM website_domains AS c WHERE c.organization_id = $1 AND c.website_id = $2"
    )
}

/// Brings a deleted website back, unless another has its key by now. Roles on it are as they were.
enum WebsiteRestore: WebsiteMutation {
    static let payloadTypeName = "WebsiteRestorePayload"
    static let action = "websiteRestore"

    static func run(_ input: WebsiteRestoreInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let errors = InputErrors(path: ["input"])
        let outcome = try await WebsiteChange.run(
            input.websiteId,
            .websiteDelete,
            errors,
            isDeleted: true,
            context
        ) { website, transaction in
            if try await !transaction.run(hasSuccessor(.uuid(website.id))).isEmpty {
                throw UserErrors(.taken, "Another website has its key.", path: ["input", "websiteId"])
            }
            var values = WebsiteValues(website)
            values.isDeleted = false
            return try await store(values, on: website, in: transaction, context)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static let hasSuccessor = Statement<TenantScope>(
        "website with the key",
        """
        SELECT FROM websites w JOIN websites other
          ON other.organization_id = $1 AND other.key = w.key AND other.deleted_at IS NULL
        WHERE w.organization_id = $1 AND w.id = $2
        """
    )
}
