import FoundationEssentials
import JSON
import Postgres
import Schema

enum WebsiteCreate: WebsiteMutation {
    static let payloadTypeName = "WebsiteCreatePayload"
    static let action = "websiteCreate"

    static func run(_ input: WebsiteCreateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: WebsiteCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<WebsiteRow> {
        var errors = InputErrors(path: ["input"])
        let website = WebsiteValues(
            id: UUID(),
            key: errors.websiteKey(input.key),
            name: errors.required(input.name, "name", maximumLength: WebsiteValues.maximumNameLength),
            primaryURL: input.primaryUrl,
            configuration: errors.configuration(input.configuration ?? [:], "configuration")
        )
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let audit = try context.audit(
                AuditEntry(action: action, entityType: "Website", entityID: website.id, newValues: website.json)
            )
            return WebsiteRow(try await transaction.pipeline([website.insert, audit])[0][0])
        }
    }
}
