import Auth
import GraphQLEngine
import Postgres

/// Asks once more, under the organization's lock, whether the viewer has the rights of the token.
///
/// They may have changed while the transaction waited for the lock, after the viewer's check had passed.
enum ViewerEpoch {
    /// Goes out behind ``OrganizationLock``; its rows are for ``check(_:)``.
    static func current(_ tenant: Tenant) -> BoundStatement<TenantScope> {
        statement(.uuid(tenant.memberID), .optional(tenant.viewer.claims.membership?.memberEpoch))
    }

    /// - Throws: `TOKEN_STALE`.
    static func check(_ rows: ResultSet) throws(GraphQLError) {
        if rows.isEmpty { throw PublicErrors.refusal(.tokenStale) }
    }

    private static let statement = Statement<TenantScope>(
        "viewer epoch",
        """
        SELECT 1 FROM organization_members m
        WHERE m.organization_id = $1 AND m.id = $2 AND m.authz_epoch = $3 AND m.is_active
        """
    )
}
