import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

/// Lets a platform administrator read one organization for a while, with tokens that change nothing.
enum PlatformActAs {
    static let minutes = 1...60

    static func run(_ input: PlatformActAsInput, _ context: ResolverContext) async throws -> PlatformActAsPayload {
        PlatformActAsPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: PlatformActAsInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<IssuedTokens> {
        let missing = UserErrors.notFound("organization", path: ["input", "organizationId"])
        guard let organizationID = input.organizationId.key(of: .organization) else { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let reason = errors.required(input.reason, "reason", maximumLength: 1_000)
        if !minutes.contains(input.minutes) {
            errors.add(.outOfRange, "This must be between 1 and 60.", "minutes")
        }
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.administer { transaction in
            let session = ActingSession(
                services: context.services.accounts,
                viewer: try context.signedIn(),
                organizationID: organizationID,
                minutes: Int64(input.minutes)
            )
            let found = try await transaction.run(PlatformStatements.organization(.uuid(organizationID)))
            guard !found.isEmpty else { throw missing }
            _ = try await transaction.pipeline(try audits(organizationID, reason, input.minutes, context))
            return try await session.open(client: context.client, now: context.request.now, in: transaction)
        }
    }

    /// For the platform, and for the organization that is looked at.
    private static func audits(
        _ organizationID: UUID,
        _ reason: String,
        _ minutes: Int,
        _ context: ResolverContext
    ) throws -> [BoundStatement<PlatformScope>] {
        let entry = PlatformAuditEntry(
            action: "platformActAs",
            subject: ["organizationId": .optional(organizationID), "minutes": .int(Int64(minutes))],
            reason: reason
        )
        return [
            try context.platformAudit(entry),
            PlatformStatements.tenantAudit(
                .uuid(organizationID),
                .uuid(try context.signedIn().claims.userID),
                .text("platformActAs"),
                .null,
                .text(reason),
                .text(context.request.requestID)
            ),
        ]
    }
}

struct PlatformActAsPayload: MutationPayload {
    static let typeName = "PlatformActAsPayload"

    let tokens: IssuedTokens?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<IssuedTokens>, clientMutationId: String?) {
        tokens = outcome.value
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }
}

extension Bindings<ResolverContext> {
    mutating func bindPlatformActAs() {
        object(PlatformActAsPayload.self) { type in
            type.child("tokens") { $0.tokens.map(AuthTokensRow.init) }
            type.bindPayload()
        }
    }
}
