import Postgres
import Testing

extension DatabaseTests {
    @Suite struct RuntimeRoleTests {
        let test: TestDatabase

        init() throws { test = try TestDatabase() }

        @Test func aBareLoginIsAccepted() async throws {
            try await test.with { try await $0.verifyRuntimeRole() }
        }

        @Test(arguments: [
            ("SUPERUSER NOINHERIT", "", "must not be a superuser"),
            ("BYPASSRLS NOINHERIT", "", "must not have BYPASSRLS"),
            ("INHERIT", "", "must be NOINHERIT"),
            ("NOINHERIT", "CREATE TABLE owned (id int); ALTER TABLE owned OWNER TO ROLE_NAME", "must not own tables"),
            ("NOINHERIT", "", "must be a member of the role app_user"),
        ])
        func othersAreRefused(_ attributes: String, _ sql: String, _ sentence: String) async throws {
            let role = "\(test.name)_role"
            let owner = try test.owner()
            try owner.execute("CREATE ROLE \(role) LOGIN PASSWORD 'test' \(attributes)")
            defer { try? owner.execute("DROP OWNED BY \(role); DROP ROLE \(role)") }
            try owner.execute(sql.replacing("ROLE_NAME", with: role))
            try await test.with(DatabaseConfiguration(connectionString: test.ownerURL + "&user=\(role)&password=test"))
            { (database) async throws in
                let error = await #expect(throws: DatabaseError.self) { try await database.verifyRuntimeRole() }
                guard case .unsafeRole(let message) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(message.contains(sentence))
            }
        }
    }
}
