import Auth
import GraphQLEngine
import Postgres

extension ResolverContext {
    /// Whether the viewer's employee record manages a department or other employees.
    func managesOthers() throws(GraphQLError) -> Step<Bool> {
        guard let membership = try signedIn().claims.membership else { return .ready(false) }
        return try query(managesOthersStatement(.uuid(membership.memberID))).map { $0[0].bool(0) }
    }

    /// Whether the viewer holds a permission at least at the scope: a gate lets plain members pass where managers may,
    /// and this asks whether they are one.
    func holds(
        _ permission: Permission,
        at scope: Auth.PermissionScope = .organization
    ) throws(GraphQLError) -> Step<Bool> {
        let claims = try signedIn().claims
        if Rights(claims, managesOthers: false).allows(permission, at: scope) { return .ready(true) }
        return try managesOthers().map { Rights(claims, managesOthers: $0).allows(permission, at: scope) }
    }

    /// Refuses a plain member who manages nobody: a gate for teams lets them pass, because managing changes without a
    /// new token.
    ///
    /// - Throws: `FORBIDDEN`.
    func requireTeam(_ permission: Permission, in transaction: Transaction<TenantScope>) async throws {
        let tenant = try tenant()
        if Rights(tenant.viewer.claims, managesOthers: false).allows(permission, at: .team) { return }
        let rows = try await transaction.run(managesOthersStatement(.uuid(tenant.memberID)))
        if !rows[0].bool(0) { throw PublicErrors.forbidden(permission.code) }
    }
}

private let managesOthersStatement = Statement<TenantScope>(
    "manages others",
    """
    SELECT EXISTS (
      SELECT FROM employees me
      WHERE me.organization_id = $1 AND me.member_id = $2 AND me.deleted_at IS NULL
        AND (EXISTS (SELECT FROM employees e
                     WHERE e.organization_id = $1 AND e.manager_id = me.id AND e.deleted_at IS NULL)
          OR EXISTS (SELECT FROM departments d
                     WHERE d.organization_id = $1 AND d.manager_employee_id = me.id AND d.deleted_at IS NULL)))
    """
)
