import FoundationEssentials
import Postgres
import Synchronization
import Testing

extension DatabaseTests {
    @Suite struct PipelineTests {
        let test: TestDatabase

        init() throws { test = try TestDatabase() }

        static let tenantSettings = Statement<TenantScope>(
            "settings",
            """
            SELECT current_user::text, current_setting('app.organization_id'), current_setting('app.user_id'), $1::uuid
            """
        )
        static let authSettings = Statement<AuthScope>(
            "auth settings",
            "SELECT current_user::text, current_setting('app.organization_id'), current_setting('app.user_id')"
        )
        static let loginSettings = Statement<OwnerScope>(
            "login settings",
            "SELECT current_user::text, current_setting('app.organization_id', true), current_setting('app.user_id', true)"
        )

        @Test func severalStatementsAreOneRoundTrip() async throws {
            let names = Mutex<[String]>([])
            let scope = TenantScope(organizationID: UUID(), userID: UUID())
            try await test.with(test.configured { $0.onStatement = { name, _ in names.withLock { $0.append(name) } } })
            {
                (database) async throws in
                let sum = Statement<TenantScope>("sum", "SELECT $2::int + 1 WHERE $1::uuid IS NOT NULL")
                let results = try await database.read(
                    [Self.tenantSettings(), sum(.int32(4)), sum(.int32(5))],
                    in: scope
                )
                #expect(results.count == 3)
                #expect(results[1][0].int32(0) == 5 && results[2][0].int32(0) == 6)
                #expect(names.withLock { $0 } == ["settings", "sum", "sum"])
                #expect(database.counters.statements == 3)
                #expect(database.counters.preambles == 1)
                #expect(database.counters.roundTrips == 1)
            }
        }

        @Test func roleAndTenantLastForOneSync() async throws {
            let userID = UUID()
            let scope = TenantScope(organizationID: UUID(), userID: userID)
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                let tenant = try await database.read([Self.tenantSettings()], in: scope)[0][0]
                #expect(tenant.string(0) == "app_user")
                #expect(tenant.string(1) == scope.organizationID.uuidString.lowercased())
                #expect(tenant.string(2) == userID.uuidString.lowercased())
                #expect(tenant.uuid(3) == scope.organizationID)

                let auth = try await database.read([Self.authSettings()], in: AuthScope())[0][0]
                #expect(auth.string(0) == "app_auth" && auth.string(1) == "" && auth.string(2) == "")

                let login = try await database.read([Self.loginSettings()], in: OwnerScope())[0][0]
                #expect(login.string(0) == TestDatabase.login)
                #expect(login.optionalString(1) == "" && login.optionalString(2) == "")
            }
        }

        @Test func sessionIsSetUp() async throws {
            try await test.with { (database) async throws in
                let settings = try await database.query(
                    """
                    SELECT current_setting('TimeZone'), current_setting('client_encoding'),
                           current_setting('application_name'), current_setting('client_connection_check_interval'),
                           current_setting('statement_timeout')
                    """
                )[0]
                #expect((0..<5).map { settings.string($0) } == ["UTC", "UTF8", "rollcall", "1s", "8s"])
            }
        }

        @Test func staleViewerAbortsTheSync() async throws {
            let check = ViewerCheck(
                sql: "SELECT CASE WHEN $1 THEN 1 ELSE 1 / (SELECT 0 WHERE current_user = 'app_user') END",
                parameters: [.bool(false)]
            )
            let scope = TenantScope(organizationID: UUID(), userID: UUID(), viewerCheck: check)
            try await test.with { (database) async throws in
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.read([Self.tenantSettings()], in: scope)
                }
                #expect(error?.serverError?.sqlState == "22012")
                let transaction = await #expect(throws: DatabaseError.self) {
                    try await database.transaction(in: scope) { (transaction) throws(DatabaseError) in
                        _ = try await transaction.run(Self.tenantSettings())
                    }
                }
                #expect(transaction?.serverError?.sqlState == "22012")
            }
        }

        @Test func readsCannotWrite() async throws {
            try test.owner().execute("CREATE TABLE notes (id int); GRANT ALL ON notes TO app_user")
            let insert = Statement<PersonScope>("insert", "INSERT INTO notes VALUES (1)")
            try await test.with { (database) async throws in
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.read([insert()], in: PersonScope(userID: UUID()))
                }
                #expect(error?.serverError?.code == .readOnlyTransaction)
            }
        }

        @Test func serverErrorsAreTyped() async throws {
            try test.owner().execute(
                """
                CREATE TABLE people (id int CONSTRAINT people_pk PRIMARY KEY, name text NOT NULL, age int
                    CONSTRAINT people_age CHECK (age >= 0), boss int CONSTRAINT people_boss REFERENCES people);
                GRANT ALL ON people TO app_auth;
                """
            )
            let insert = Statement<AuthScope>("insert", "INSERT INTO people VALUES ($1, $2, $3, $4)")
            let cases: [(BoundStatement<AuthScope>, ServerError.Code, String, constraint: String?, column: String?)] = [
                (insert(.int32(1), .text("b"), .int32(1), .null), .uniqueViolation, "23505", "people_pk", nil),
                (insert(.int32(2), .text("b"), .int32(-1), .null), .checkViolation, "23514", "people_age", nil),
                (
                    insert(.int32(2), .text("b"), .int32(1), .int32(9)), .foreignKeyViolation, "23503", "people_boss",
                    nil
                ),
                (insert(.int32(2), .null, .int32(1), .null), .notNullViolation, "23502", nil, "name"),
            ]
            try await test.with { (database) async throws in
                try await database.transaction(in: AuthScope()) { transaction in
                    _ = try await transaction.run(insert(.int32(1), .text("a"), .int32(1), .null))
                }
                for (statement, code, sqlState, constraint, column) in cases {
                    let error = await #expect(throws: DatabaseError.self) {
                        try await database.transaction(in: AuthScope()) { (transaction) throws(DatabaseError) in
                            _ = try await transaction.run(statement)
                        }
                    }
                    #expect(error?.serverError?.code == code)
                    #expect(error?.serverError?.sqlState == sqlState)
                    #expect(error?.serverError?.constraint == constraint)
                    #expect(error?.serverError?.column == column)
                    #expect(error?.serverError?.table == "people")
                    #expect(error?.serverError?.endsSession == false)
                }
            }
        }

        @Test func oneFailingStatementFailsItsSyncAndNoOther() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                async let failing = database.read(
                    [.sql("SELECT 1"), .sql("SELECT 1 / 0"), .sql("SELECT 7 AS first_seen_here")],
                    in: OwnerScope()
                )
                async let other = database.read([.sql("SELECT 7 AS first_seen_here")], in: OwnerScope())
                #expect(try await other[0][0].int32(0) == 7)
                do {
                    _ = try await failing
                    Issue.record("the Sync did not fail")
                } catch {
                    #expect((error as? DatabaseError)?.serverError?.sqlState == "22012")
                }
            }
        }

        @Test func syntaxErrorsDoNotBreakTheConnection() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                for _ in 0..<2 {
                    let error = await #expect(throws: DatabaseError.self) { try await database.query("SELEKT") }
                    #expect(error?.serverError?.sqlState == "42601")
                }
                #expect(try await database.query("SELECT pg_backend_pid()").count == 1)
            }
        }

        @Test func copyIsRefused() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.query("COPY (SELECT 1) TO STDOUT")
                }
                #expect(error == .unavailable("COPY is not possible in a pipeline"))
                #expect(try await database.query("SELECT 1").count == 1)
            }
        }

        @Test func twoThousandConcurrentReads() async throws {
            try await test.with { (database) async throws in
                let answers = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                    for number in 0..<2000 {
                        group.addTask {
                            let rows = try await database.query(
                                "SELECT $1::int8, $2::text",
                                .int64(Int64(number)),
                                .text("x")
                            )
                            return (number, rows[0].int(0))
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.count == 2000)
                #expect(answers.allSatisfy { $0.0 == $0.1 })
                #expect(database.counters.roundTrips == 2000)
            }
        }

        @Test func preparedStatementsAreBounded() async throws {
            try await test.with(
                test.configured {
                    $0.poolSize = 1
                    $0.preparedStatementLimit = 5
                }
            ) { (database) async throws in
                for number in 0..<40 {
                    #expect(try await database.query("SELECT \(number % 20)")[0].int(0) == number % 20)
                }
                let count = try await database.query("SELECT count(*) FROM pg_prepared_statements")[0].int(0)
                #expect(count <= 7)
            }
        }

        @Test func preparingCostsNoRoundTripAndHappensOnce() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                for _ in 0..<10 { _ = try await database.query("SELECT $1::int AS once", .int32(1)) }
                let count = try await database.query(
                    "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%AS once'"
                )[0].int(0)
                #expect(count == 1)
                #expect(database.counters.roundTrips == 11)
            }
        }
    }
}
