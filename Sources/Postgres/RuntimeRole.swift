extension Database {
    /// Checks that the login has no rights that would lift the walls between tenants: row-level security does not
    /// bind superusers, owners of tables and roles with BYPASSRLS.
    ///
    /// Throws `unsafeRole` with a sentence for the operator.
    public func verifyRuntimeRole() async throws(DatabaseError) {
        let answer = try await read([Self.roles(), Self.memberships()], in: OwnerScope())
        for role in answer[0] { try Self.check(role) }
        for role in answer[1] where !role.bool(1) {
            throw .unsafeRole(
                "The database login must be a member of the role \(role.string(0)): GRANT \(role.string(0)) TO it."
            )
        }
    }

    private static func check(_ role: Row) throws(DatabaseError) {
        let name = role.string(0)
        let isLogin = role.bool(1)
        let subject = isLogin ? "The database login \(name)" : "The role \(name), which the database login may become,"
        if role.bool(2) { throw .unsafeRole("\(subject) must not be a superuser.") }
        if role.bool(3) { throw .unsafeRole("\(subject) must not have BYPASSRLS.") }
        if role.bool(5) { throw .unsafeRole("\(subject) must not own tables.") }
        if isLogin, role.bool(4) { throw .unsafeRole("\(subject) must be NOINHERIT: ALTER ROLE \(name) NOINHERIT.") }
    }

    /// The login and every role that it may become, the login first.
    private static let roles = Statement<OwnerScope>(
        "runtime role",
        """
        SELECT r.rolname, r.rolname = session_user, r.rolsuper, r.rolbypassrls, r.rolinherit,
               EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p'))
        FROM pg_catalog.pg_roles r
        WHERE r.rolname = session_user
           OR NOT (SELECT s.rolsuper FROM pg_catalog.pg_roles s WHERE s.rolname = session_user)
              AND pg_catalog.pg_has_role(session_user, r.oid, 'MEMBER')
        ORDER BY r.rolname <> session_user, r.rolname
        """
    )

    private static let roleNames = DatabaseRole.allCases.map { "('\($0.rawValue)')" }.joined(separator: ", ")

    private static let memberships = Statement<OwnerScope>(
        "runtime role memberships",
        """
        SELECT needed.name, EXISTS (
            SELECT FROM pg_catalog.pg_roles r
            WHERE r.rolname = needed.name AND pg_catalog.pg_has_role(session_user, r.oid, 'MEMBER'))
        FROM (VALUES \(roleNames)) AS needed (name)
        """
    )
}
