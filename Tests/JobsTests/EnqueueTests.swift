import FoundationEssentials
import JSON
import Jobs
import Postgres
import Testing
import Time

extension QueueTests {
    @Suite struct EnqueueTests {
        private struct Undone: Error {}

        @Test func isPartOfTheTransaction() async throws {
            try await QueueDatabase.with { queue in
                await #expect(throws: Undone.self) {
                    try await queue.database.transaction(in: AuthScope()) { transaction in
                        _ = try await transaction.run(NewJob(kind: "test").enqueued())
                        throw Undone()
                    }
                }
                #expect(try queue.text("SELECT count(*) FROM jobs") == "0")
                try await queue.enqueue(NewJob(kind: "test", payload: ["n": 1]))
                #expect(try queue.text("SELECT payload FROM jobs") == #"{"n": 1}"#)
            }
        }

        @Test func manyJobsTakeOneStatement() async throws {
            try await QueueDatabase.with { queue in
                let organization = UUID()
                let scope = TenantScope(organizationID: organization, userID: UUID())
                try await queue.database.transaction(in: scope) { transaction in
                    let jobs = (0..<3).map { NewJob(kind: "test", payload: ["n": .int($0)], dedupeKey: "\($0 / 2)") }
                    _ = try await transaction.run(jobs.enqueued())
                    _ = try await transaction.run([NewJob]().enqueued())
                }
                #expect(
                    try queue.text("SELECT string_agg(payload::text, ',' ORDER BY dedupe_key) FROM jobs")
                        == #"{"n": 0},{"n": 2}"#
                )
                let owned = "SELECT count(*) FROM jobs WHERE organization_id = '\(organization)'"
                #expect(try queue.text(owned) == "2")
            }
        }

        @Test func oneWaitingJobStandsForAllOfItsKey() async throws {
            try await QueueDatabase.with { queue in
                for _ in 0..<3 { try await queue.enqueue(NewJob(kind: "test", dedupeKey: "a")) }
                try await queue.enqueue(NewJob(kind: "test", dedupeKey: "b"))
                try await queue.enqueue(NewJob(kind: "other", dedupeKey: "a"))
                #expect(try queue.text("SELECT count(*) FROM jobs") == "3")
                try queue.execute("UPDATE jobs SET status = 'succeeded', finished_at = now()")
                try await queue.enqueue(NewJob(kind: "test", dedupeKey: "a"))
                #expect(try queue.text("SELECT count(*) FROM jobs") == "4")
            }
        }

        /// Tenants share the table, and neither see nor disturb each other's jobs.
        @Test func aTenantsJobIsItsOwn() async throws {
            try await QueueDatabase.with { queue in
                let organizations = [UUID(), UUID()]
                for organization in organizations {
                    let scope = TenantScope(organizationID: organization, userID: UUID())
                    try await queue.database.transaction(in: scope) { transaction in
                        _ = try await transaction.run(NewJob(kind: "test", dedupeKey: "same").enqueued())
                    }
                }
                #expect(try queue.text("SELECT count(DISTINCT organization_id) FROM jobs") == "2")
                let peek = Statement<TenantScope>("peek", "SELECT kind FROM jobs WHERE organization_id = $1")
                for organization in organizations {
                    let scope = TenantScope(organizationID: organization, userID: UUID())
                    let error = await #expect(throws: DatabaseError.self) {
                        _ = try await queue.database.read([peek()], in: scope)
                    }
                    #expect(error?.code == .insufficientPrivilege)
                }
            }
        }

        @Test func nobodyEnqueuesForAnotherTenant() async throws {
            try await QueueDatabase.with { queue in
                let foreign = Statement<TenantScope>(
                    "foreign job",
                    "INSERT INTO jobs (organization_id, kind) SELECT $2, 'test' WHERE $1::uuid IS NOT NULL"
                )
                let error = await #expect(throws: DatabaseError.self) {
                    let scope = TenantScope(organizationID: UUID(), userID: UUID())
                    try await queue.database.transaction(in: scope) { transaction in
                        _ = try await transaction.run(foreign(.uuid(UUID())))
                    }
                }
                #expect(error?.code == .insufficientPrivilege)
            }
        }

        @Test func everyRoleMayEnqueue() async throws {
            try await QueueDatabase.with { queue in
                let job = NewJob(kind: "test")
                try await queue.database.transaction(in: AuthScope()) { _ = try await $0.run(job.enqueued()) }
                try await queue.database.transaction(in: PersonScope(userID: UUID())) {
                    _ = try await $0.run(job.enqueued())
                }
                try await queue.database.transaction(in: PlatformScope(userID: UUID())) {
                    _ = try await $0.run(job.enqueued())
                }
                try await queue.database.transaction(in: SystemScope()) { _ = try await $0.run(job.enqueued()) }
                #expect(try queue.text("SELECT count(*) FROM jobs WHERE organization_id IS NULL") == "4")
            }
        }
    }
}

extension DatabaseError {
    var code: ServerError.Code? {
        if case .server(let error) = self { error.code } else { nil }
    }
}
