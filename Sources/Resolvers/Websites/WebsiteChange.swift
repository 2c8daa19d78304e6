import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Finds, locks and guards the website that a mutation is about.
enum WebsiteChange {
    static let missing = UserErrors.notFound("website", path: ["input", "websiteId"])

    /// Runs the body in a transaction, on a website that is locked.
    ///
    /// Who lacks the permission hears so before anything else, be the input wrong or the website missing: what is stored
    /// tells who may, so this is asked within the transaction unless it is held on every website.
    ///
    /// - Parameters:
    ///   - inputErrors: of the other members of the input.
    ///   - isDeleted: whether a deleted website is wanted, or a live one.
    static func run<Value: Sendable>(
        _ id: GlobalID,
        _ permission: Permission,
        _ inputErrors: InputErrors,
        isDeleted: Bool = false,
        _ context: ResolverContext,
        _ body: (WebsiteRow, Transaction<TenantScope>) async throws -> Value
    ) async throws -> MutationOutcome<Value> {
        let authority = try WebsiteAuthority(context)
        let key = id.key(of: .website)
        if key == nil || !inputErrors.isEmpty {
            if authority.holdsEverywhere(permission) {
                return .failure(inputErrors.isEmpty ? missing : inputErrors.all)
            }
        }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), lock(.optional(key)), select(.optional(key), .bool(isDeleted)),
            ])
            let website = results[2].first.map(WebsiteRow.init)
            try authority.require(permission, on: website)
            try inputErrors.throwIfAny()
            guard let website else { throw missing }
            return try await body(website, transaction)
        }
    }

    private static let lock = Statement<TenantScope>(
        "lock website",
        "SELECT 1 FROM websites w WHERE w.organization_id = $1 AND w.id = $2 FOR NO KEY UPDATE"
    )

    /// Behind the lock, so that it finds what was committed meanwhile.
    private static let select = Statement<TenantScope>(
        "website to change",
        """
        SELECT \(WebsiteRow.columns) FROM websites w
        WHERE w.organization_id = $1 AND w.id = $2 AND (w.deleted_at IS NOT NULL) = $3
        """
    )
}

extension InputErrors {
    fileprivate var all: UserErrors { UserErrors(errors) }
}
