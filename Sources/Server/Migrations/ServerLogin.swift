import Postgres

/// The login that the server uses: a member of the roles that do the work, with no rights of its own.
struct ServerLogin {
    let owner: OwnerConnection
    let url: String

    /// Makes the login a member of the roles that it lacks, and answers them.
    ///
    /// When nobody can sign in with the URL nothing is granted, as the login may be made later.
    func grantRoles() throws(DatabaseError) -> [String] {
        guard let server = try? OwnerConnection(url) else { return [] }
        let login = try server.query("SELECT session_user::text")[0].string(0)
        let missing = try owner.query(
            """
            SELECT r.rolname::text FROM pg_roles r
            WHERE r.rolname = ANY ($1) AND NOT pg_has_role($2::name, r.oid, 'MEMBER') ORDER BY 1
            """,
            [.texts(DatabaseRole.allCases.map(\.rawValue)), .text(login)]
        ).map { $0.string(0) }
        guard !missing.isEmpty else { return [] }
        try owner.execute(
            "GRANT \(missing.joined(separator: ", ")) TO \"\(login.split(separator: "\"").joined(separator: "\"\""))\""
        )
        return missing
    }
}
