import FoundationEssentials
import Logging
import Postgres
import Testing

extension DatabaseTests {
    @Suite struct FaultTests {
        let test: TestDatabase

        init() throws { test = try TestDatabase() }

        private func processes(_ condition: String) throws -> [Int32] {
            try test.owner().query(
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'rollcall' AND \(condition)
                """
            ).map { $0.int32(0) }
        }

        private func terminateAll() throws {
            let owner = try test.owner()
            for process in try processes("true") {
                _ = try owner.query("SELECT pg_terminate_backend($1)", [.int32(process)])
            }
        }

        @Test func aReadIsSentAgainOnce() async throws {
            try await test.with(test.configured { $0.poolSize = 2 }) { (database) async throws in
                async let rows = database.query("SELECT pg_sleep(4)::text, pg_backend_pid()")
                try await eventually("the read runs") { try !processes("query LIKE '%pg_sleep%'").isEmpty }
                let first = try #require(try processes("query LIKE '%pg_sleep%'").first)
                try terminateAll()
                #expect(try await rows[0].int32(1) != first)
                try await eventually("the pool recovers") { database.state == .available(readyConnections: 2) }
            }
        }

        @Test func aReadIsNotSentAThirdTime() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                async let rows = database.query("SELECT pg_terminate_backend(pg_backend_pid())")
                do {
                    _ = try await rows
                    Issue.record("the read was answered")
                } catch {
                    #expect(
                        error as? DatabaseError == .unavailable("terminating connection due to administrator command")
                    )
                }
                try await eventually("the pool recovers") { database.state == .available(readyConnections: 1) }
                try await database.ping()
            }
        }

        @Test func aTransactionFails() async throws {
            try await test.with { (database) async throws in
                let sleep = Statement<AuthScope>("sleep", "SELECT pg_backend_pid()")
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.transaction(in: AuthScope()) { (transaction) throws(DatabaseError) in
                        let process = try await transaction.run(sleep())[0].int32(0)
                        _ = try? test.owner().query("SELECT pg_terminate_backend($1, 1000)", [.int32(process)])
                        _ = try await transaction.run(sleep())
                    }
                }
                guard case .unavailable = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                try await eventually("the pool recovers") { database.state == .available(readyConnections: 4) }
            }
        }

        @Test func nothingIsLostUnderTerminations() async throws {
            try await test.with { (database) async throws in
                let done = Task {
                    for _ in 0..<20 {
                        try terminateAll()
                        try await Task.sleep(for: .milliseconds(100))
                    }
                }
                var failures = 0
                for number in 0..<3000 {
                    do {
                        #expect(try await database.query("SELECT $1::int", .int32(Int32(number)))[0].int(0) == number)
                    } catch DatabaseError.unavailable {
                        failures += 1
                    }
                }
                try await done.value
                // A read is sent again once; on a busy machine the second attempt can be struck as well.
                #expect(failures <= 2)
            }
        }

        @Test func poolExhaustion() async throws {
            try await test.with(
                test.configured {
                    $0.poolSize = 2
                    $0.acquisitionTimeoutMilliseconds = 200
                }
            ) { (database) async throws in
                let begin = Statement<AuthScope>("begin", "SELECT 1")
                try await database.transaction(in: AuthScope()) { transaction in
                    _ = try await transaction.run(begin())
                    let start = ContinuousClock.now
                    await #expect(throws: DatabaseError.poolExhausted) {
                        try await database.transaction(in: AuthScope()) { (other) throws(DatabaseError) in
                            _ = try await other.run(begin())
                        }
                    }
                    #expect(ContinuousClock.now - start < .seconds(30))
                    try await database.ping()
                }
            }
        }

        /// However slow the machine is, the reads are answered while one connection of two waits for something.
        @Test func readsGoAroundABlockedConnection() async throws {
            try await test.with(
                test.configured {
                    $0.poolSize = 2
                    $0.statementTimeoutMilliseconds = 60_000
                    $0.deadlineMilliseconds = 60_000
                    $0.acquisitionTimeoutMilliseconds = 60_000
                }
            ) { (database) async throws in
                try await eventually("both are open") { database.state == .available(readyConnections: 2) }
                let blocked = Task { try await database.query("SELECT pg_sleep(60)::text").count }
                try await eventually("it runs") { try !processes("query LIKE '%pg_sleep(60)%'").isEmpty }
                try await Task.sleep(for: .milliseconds(200))
                try await withThrowingTaskGroup { group in
                    for _ in 0..<6 {
                        group.addTask { for _ in 0..<20 { _ = try await database.query("SELECT 1") } }
                    }
                    try await group.waitForAll()
                }
                let process = try #require(try processes("query LIKE '%pg_sleep(60)%' AND state = 'active'").first)
                _ = try test.owner().query("SELECT pg_cancel_backend($1)", [.int32(process)])
                await #expect(throws: DatabaseError.self) { try await blocked.value }
            }
        }

        @Test func aReadBehindBlockedConnectionsIsRefusedInTime() async throws {
            try await test.with(
                test.configured {
                    $0.poolSize = 2
                    $0.acquisitionTimeoutMilliseconds = 300
                }
            ) { (database) async throws in
                try await eventually("both are open") { database.state == .available(readyConnections: 2) }
                let blocked = (0..<2).map { _ in Task { try await database.query("SELECT pg_sleep(7)::text").count } }
                try await eventually("they run") { try processes("query LIKE '%pg_sleep(7)%'").count == 2 }
                try await Task.sleep(for: .milliseconds(200))
                let start = ContinuousClock.now
                await #expect(throws: DatabaseError.poolExhausted) { try await database.ping() }
                #expect(ContinuousClock.now - start < .seconds(6))
                for read in blocked { #expect(try await read.value == 1) }
                try await database.ping()
            }
        }

        /// The connection kept free for a waiting transaction is one that answers.
        @Test func aTransactionDoesNotWaitForABlockedConnection() async throws {
            try await test.with(test.configured { $0.poolSize = 2 }) { (database) async throws in
                try await eventually("both are open") { database.state == .available(readyConnections: 2) }
                async let blocked = database.query("SELECT pg_sleep(7)::text").count
                try await eventually("it runs") { try !processes("query LIKE '%pg_sleep(7)%'").isEmpty }
                try await Task.sleep(for: .milliseconds(200))
                let readers = (0..<8).map { _ in
                    Task { while !Task.isCancelled { _ = try? await database.query("SELECT pg_sleep(0.01)::text") } }
                }
                try await Task.sleep(for: .milliseconds(100))
                let start = ContinuousClock.now
                try await database.transaction(in: AuthScope()) { (transaction) throws(DatabaseError) in
                    _ = try await transaction.run(Statement<AuthScope>("one", "SELECT 1")())
                }
                #expect(ContinuousClock.now - start < .seconds(6))
                for reader in readers { reader.cancel() }
                #expect(try await blocked == 1)
            }
        }

        @Test func deadline() async throws {
            try await test.with(
                test.configured {
                    $0.poolSize = 1
                    $0.deadlineMilliseconds = 300
                }
            ) { (database) async throws in
                let start = ContinuousClock.now
                await #expect(throws: DatabaseError.deadlineExceeded) {
                    try await database.query("SELECT pg_sleep(60)::text")
                }
                #expect(ContinuousClock.now - start < .seconds(7))
                try await eventually("the pool recovers") { (try? await database.ping()) != nil }
                try await eventually("the statement is gone") { try processes("query LIKE '%pg_sleep%'").isEmpty }
            }
        }

        @Test func statementTimeoutIsAServerError() async throws {
            try await test.with(test.configured { $0.statementTimeoutMilliseconds = 100 }) { (database) async throws in
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.query("SELECT pg_sleep(5)::text")
                }
                #expect(error?.serverError?.code == .queryCanceled)
            }
        }

        @Test func cancellingTheTaskCancelsTheStatement() async throws {
            try await test.with(test.configured { $0.poolSize = 1 }) { (database) async throws in
                let task = Task { try await database.query("SELECT pg_sleep(7)::text").count }
                try await eventually("it runs") {
                    try !processes("query LIKE '%pg_sleep%' AND state = 'active'").isEmpty
                }
                let innocent = Task { try await database.query("SELECT 42")[0].int(0) }
                try await Task.sleep(for: .milliseconds(50))
                task.cancel()
                await #expect(throws: DatabaseError.cancelled) { try await task.value }
                #expect(try await innocent.value == 42)
                #expect(try processes("query LIKE '%pg_sleep%' AND state = 'active'").isEmpty)
            }
        }

        @Test func cancellingATransactionRollsItBack() async throws {
            try test.owner().execute("CREATE TABLE notes (id int); GRANT ALL ON notes TO app_auth")
            let insert = Statement<AuthScope>("insert", "INSERT INTO notes VALUES (1)")
            let sleep = Statement<AuthScope>("sleep", "SELECT pg_sleep(6)::text")
            try await test.with(test.configured { $0.poolSize = 2 }) { (database) async throws in
                let task = Task {
                    try await database.transaction(in: AuthScope()) { transaction in
                        _ = try await transaction.run(insert())
                        _ = try await transaction.run(sleep())
                    }
                }
                try await eventually("it runs") {
                    try !processes("query LIKE '%pg_sleep%' AND state = 'active'").isEmpty
                }
                task.cancel()
                await #expect(throws: DatabaseError.cancelled) { try await task.value }
                try await eventually("idle again") { try processes("state <> 'idle'").isEmpty }
                #expect(try test.owner().query("SELECT count(*) FROM notes")[0].int(0) == 0)
            }
        }

        @Test func aTaskCancelledBeforehandSendsNothing() async throws {
            try await test.with { (database) async throws in
                // Many, because the cancellation may overtake the statement on its way to the I/O thread.
                for _ in 0..<500 {
                    let task = Task {
                        withUnsafeCurrentTask { $0?.cancel() }
                        return try await database.query("SELECT 1").count
                    }
                    await #expect(throws: DatabaseError.cancelled) { try await task.value }
                }
            }
        }

        @Test func shutdownDrains() async throws {
            let database = Database(
                configuration: DatabaseConfiguration(connectionString: test.loginURL),
                logger: Logger(label: "test")
            )
            try await database.start()
            let reads = (0..<20).map { _ in Task { try await database.query("SELECT pg_sleep(0.05)::text").count } }
            try await eventually("they run") { try !processes("query LIKE '%pg_sleep%'").isEmpty }
            try await Task.sleep(for: .milliseconds(50))
            await database.shutdown()
            for read in reads { #expect(try await read.value == 1) }
            #expect(database.state == .closed)
            await #expect(throws: DatabaseError.closed) { try await database.ping() }
            try await eventually("the connections are gone") { try processes("true").isEmpty }
        }

        @Test(.timeLimit(.minutes(1))) func startAnswersWhenAllConnectionsAreOpenAlready() async throws {
            try await test.with { (database) async throws in
                try await eventually("all are open") { database.state == .available(readyConnections: 4) }
                try await database.start()
            }
        }

        @Test func startThrowsWhenThereIsNoServer() async throws {
            let database = Database(
                configuration: DatabaseConfiguration(connectionString: "host=/nowhere/at/all"),
                logger: Logger(label: "test")
            )
            let error = await #expect(throws: DatabaseError.self) { try await database.start() }
            guard case .unavailable(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("/nowhere/at/all"))
            await database.shutdown()
        }

        @Test func startThrowsForANonsensicalConnectionString() async throws {
            let database = Database(
                configuration: DatabaseConfiguration(connectionString: "nonsense"),
                logger: Logger(label: "test")
            )
            let error = await #expect(throws: DatabaseError.self) { try await database.start() }
            guard case .invalidConfiguration = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}
