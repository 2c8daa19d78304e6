import FoundationEssentials
import Postgres
import Testing

private struct Refusal: Error, Equatable {}

private enum TypedFailure: DatabaseErrorConvertible, Equatable {
    case refused
    case database(DatabaseError)

    init(_ error: DatabaseError) { self = .database(error) }
}

extension DatabaseTests {
    @Suite struct TransactionTests {
        let test: TestDatabase

        static let insert = Statement<AuthScope>("insert", "INSERT INTO counters VALUES ($1, 0)")
        static let increment = Statement<AuthScope>("increment", "UPDATE counters SET value = value + 1 WHERE id = $1")
        static let select = Statement<AuthScope>("select", "SELECT id, value FROM counters ORDER BY id")

        init() throws {
            test = try TestDatabase()
            try test.owner().execute(
                """
                CREATE TABLE counters (id int PRIMARY KEY, value int NOT NULL CHECK (value < 1000000));
                CREATE TABLE checked (id int, UNIQUE (id) DEFERRABLE INITIALLY DEFERRED);
                GRANT ALL ON counters, checked TO app_auth
                """
            )
        }

        private func ids(_ database: Database) async throws -> [Int] {
            try await database.read([Self.select()], in: AuthScope())[0].map { $0.int(0) }
        }

        @Test func commits() async throws {
            try await test.with { (database) async throws in
                let affected = try await database.transaction(in: AuthScope()) { transaction in
                    let first = try await transaction.run(Self.insert(.int32(1)))
                    let more = try await transaction.pipeline([Self.insert(.int32(2)), Self.increment(.int32(2))])
                    return [first.affectedRows, more[0].affectedRows, more[1].affectedRows]
                }
                #expect(affected == [1, 1, 1])
                #expect(database.counters.roundTrips == 3)
                #expect(database.counters.preambles == 1)
                #expect(try await ids(database) == [1, 2])
            }
        }

        @Test func rollsBackWhenTheBodyThrows() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                await #expect(throws: Refusal()) {
                    try await database.transaction(in: AuthScope()) { transaction in
                        _ = try await transaction.run(Self.insert(.int32(1)))
                        throw Refusal()
                    }
                }
                #expect(try await ids(database) == [])
            }
        }

        @Test func throwsTheBodysTypeAlone() async throws {
            try await test.with { (database) async throws in
                func run(_ fails: Bool) async throws(TypedFailure) {
                    try await database.transaction(in: AuthScope()) { (transaction) throws(TypedFailure) in
                        do throws(DatabaseError) {
                            let deferred = Statement<AuthScope>("deferred", "INSERT INTO checked VALUES (1), (1)")
                            _ = try await transaction.run(deferred())
                        } catch {
                            throw TypedFailure(error)
                        }
                        if fails { throw .refused }
                    }
                }
                await #expect(throws: TypedFailure.refused) { try await run(true) }
                let failure = await #expect(throws: TypedFailure.self) { try await run(false) }
                guard case .database(.server(let error)) = failure else {
                    Issue.record("COMMIT did not fail as it should: \(String(describing: failure))")
                    return
                }
                #expect(error.code == .uniqueViolation)
            }
        }

        @Test func aSwallowedErrorDoesNotCommit() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                await #expect(throws: DatabaseError.transactionAborted) {
                    try await database.transaction(in: AuthScope()) { transaction in
                        _ = try await transaction.run(Self.insert(.int32(1)))
                        _ = try? await transaction.run(Self.insert(.int32(1)))
                    }
                }
                #expect(try await ids(database) == [])
            }
        }

        @Test func anEmptyTransactionTakesNoConnection() async throws {
            try await test.with { (database) async throws in
                try await database.transaction(in: AuthScope()) { _ in }
                #expect(database.counters.roundTrips == 0)
            }
        }

        /// Role and tenant change with the scope, and back; the change costs no round trip.
        @Test func statementsOfAnotherScopeRunInTheSameTransaction() async throws {
            let organizationID = UUID()
            let own = Statement<AuthScope>(
                "who",
                "SELECT current_user::text, current_setting('app.organization_id')"
            )
            let tenants = Statement<TenantScope>(
                "tenant's who",
                "SELECT current_user::text, current_setting('app.organization_id') = $1::uuid::text"
            )
            try await test.with { (database) async throws in
                try await database.transaction(in: AuthScope()) { transaction in
                    let scope = TenantScope(organizationID: organizationID, userID: UUID())
                    // Also where nothing ran before.
                    let inside = try await transaction.within(scope) { try await $0.run(tenants())[0] }
                    #expect(inside.string(0) == "app_user")
                    #expect(inside.bool(1))
                    let outside = try await transaction.run(own())[0]
                    #expect(outside.string(0) == "app_auth")
                    #expect(outside.string(1) == "")
                    _ = try await transaction.run(Self.insert(.int32(1)))
                    #expect(database.counters.roundTrips == 3)
                }
                #expect(try await ids(database) == [1])
            }
        }

        @Test func savepoints() async throws {
            try await test.with { (database) async throws in
                try await database.transaction(in: AuthScope()) { transaction in
                    _ = try await transaction.run(Self.insert(.int32(1)))
                    await #expect(throws: DatabaseError.self) {
                        try await transaction.savepoint {
                            _ = try await transaction.run(Self.insert(.int32(2)))
                            _ = try await transaction.run(Self.insert(.int32(1)))
                        }
                    }
                    try await transaction.savepoint { _ = try await transaction.run(Self.insert(.int32(3))) }
                }
                #expect(try await ids(database) == [1, 3])
                #expect(database.counters.roundTrips == 6)
            }
        }

        @Test func concurrentTransactionsLoseNothing() async throws {
            try await test.with { (database) async throws in
                try await database.transaction(in: AuthScope()) {
                    try await $0.run(Self.insert(.int32(1))).affectedRows
                }
                try await withThrowingTaskGroup { group in
                    for _ in 0..<100 {
                        group.addTask {
                            try await database.transaction(in: AuthScope()) { transaction in
                                _ = try await transaction.run(Self.increment(.int32(1)))
                            }
                        }
                        group.addTask { _ = try await database.query("SELECT 1") }
                    }
                    try await group.waitForAll()
                }
                #expect(try await database.read([Self.select()], in: AuthScope())[0][0].int(1) == 100)
            }
        }

        @Test func statementsOfOthersStayOut() async throws {
            try await test.with(test.configured { $0.poolSize = 2 }) { (database) async throws in
                let id = Statement<AuthScope>("backend", "SELECT pg_backend_pid()")
                try await database.transaction(in: AuthScope()) { transaction in
                    let own = try await transaction.run(id())[0].int(0)
                    for _ in 0..<20 {
                        #expect(try await database.query("SELECT pg_backend_pid()")[0].int(0) != own)
                        #expect(try await transaction.run(id())[0].int(0) == own)
                    }
                }
            }
        }

        /// COMMIT is on its way when the drain timeout of a shutdown is over.
        @Test func aShutdownDuringCommitLeavesTheOutcomeOpen() async throws {
            try test.owner().execute(
                """
                CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON counters
                  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait()
                """
            )
            try await test.with(test.configured { $0.drainTimeoutMilliseconds = 100 }) { (database) async throws in
                let task = Task {
                    try await database.transaction(in: AuthScope()) { transaction in
                        _ = try await transaction.run(Self.insert(.int32(1)))
                    }
                }
                try await eventually("COMMIT waits") {
                    try test.owner().query(
                        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
                    ).count > 0
                }
                await database.shutdown()
                let error = await #expect(throws: DatabaseError.self) { try await task.value }
                guard case .outcomeUnknown = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
        }
    }
}
