import FoundationEssentials
import Testing

@testable import Postgres

@Suite struct StatementTests {
    @Test(arguments: [
        ("SELECT $1", true), ("WHERE a = $1 AND b = $2", true), ("SELECT $10", false), ("SELECT $12, $2", false),
        ("SELECT 1", false), ("$1", true), ("$$1", true), ("", false),
    ])
    func mentionsTheOrganization(_ sql: String, _ expected: Bool) {
        #expect(StatementText(sql).mentionsFirstParameter == expected)
    }

    @Test func unscopedTenantStatementsCannotBeWritten() async {
        await #expect(processExitsWith: .failure) {
            _ = Statement<TenantScope>("unscoped", "SELECT * FROM employees")
        }
    }

    @Test func tenantStatementsCarryTheOrganizationFirst() throws {
        let statement = Statement<TenantScope>("scoped", "SELECT $1, $2")
        let encoded = try statement(.int32(1)).encoded(in: TenantScope(organizationID: UUID(), userID: UUID()))
        #expect(encoded.parameters.types == [TypeIdentifier.uuid, TypeIdentifier.int4])
    }
}

@Suite struct PreparedStatementCacheTests {
    private func key(_ number: Int) -> PreparedStatementCache.Key {
        PreparedStatementCache.Key(text: StatementText("SELECT \(number)"), types: [])
    }

    @Test func evictsTheLeastRecentlyUsedThatIsConfirmed() {
        var cache = PreparedStatementCache(limit: 2)
        for number in 1...3 {
            cache.beginUnit()
            #expect(cache.lookUp(key(number)) == ("s\(number)", true))
            #expect(number < 3 ? cache.evict() == nil : true)
        }
        cache.confirm(key(2))
        cache.confirm(key(3))
        // The first is the oldest, but its PREPARE is still on its way; the third is in use by this unit.
        #expect(cache.evict() == "s2")
        #expect(cache.evict() == nil)
        #expect(cache.lookUp(key(1)) == ("s1", false))
        cache.beginUnit()
        #expect(cache.lookUp(key(2)) == ("s4", true))
    }

    @Test func forgetsWhatWasNotPrepared() {
        var cache = PreparedStatementCache(limit: 2)
        _ = cache.lookUp(key(1))
        cache.forget(key(1))
        #expect(cache.lookUp(key(1)) == ("s2", true))
    }

    @Test func typesTellStatementsApart() {
        var cache = PreparedStatementCache(limit: 9)
        let text = StatementText("SELECT $1")
        _ = cache.lookUp(.init(text: text, types: [23]))
        #expect(cache.lookUp(.init(text: text, types: [20])).isNew)
        #expect(!cache.lookUp(.init(text: StatementText("SELECT $1"), types: [23])).isNew)
    }
}

@Suite struct PipelineStateTests {
    private func unit() -> PipelineUnit {
        PipelineUnit(kind: .read, statements: [], silentCount: 0, deadline: .now(), acquisitionDeadline: .now())
    }

    private let failure = ServerError(sqlState: "22012", message: "division by zero")

    @Test func anErrorUndoesWhatFollowsUpToTheSync() throws {
        var state = PipelineState()
        let (first, second) = (unit(), unit())
        let key = PreparedStatementCache.Key(text: StatementText("SELECT 1"), types: [])
        state.sent(
            first,
            steps: [.execute(isSilent: true), .prepare(key), .execute(isSilent: false), .deallocate(name: "s9"), .sync]
        )
        state.sent(second, steps: [.execute(isSilent: false), .sync])

        guard case .none = state.received(.failure(failure)) else { throw Unexpected() }
        guard case .forget(key) = state.received(.aborted) else { throw Unexpected() }
        guard case .none = state.received(.aborted) else { throw Unexpected() }
        guard case .deallocateLater("s9") = state.received(.aborted) else { throw Unexpected() }
        guard case .complete(let done) = state.received(.sync), done === first else { throw Unexpected() }
        #expect(first.error == .server(failure))
        guard case .keep(let keeping) = state.received(.success), keeping === second else { throw Unexpected() }
        guard case .complete = state.received(.sync) else { throw Unexpected() }
        #expect(state.isEmpty && second.error == nil)
    }

    @Test func answersOutOfTurnCloseTheSession() throws {
        var state = PipelineState()
        guard case .close = state.received(.success) else { throw Unexpected() }
        state.sent(unit(), steps: [.execute(isSilent: false), .sync])
        guard case .close = state.received(.sync) else { throw Unexpected() }
        state = PipelineState()
        state.sent(unit(), steps: [.sync])
        guard case .close = state.received(.success) else { throw Unexpected() }
    }

    private struct Unexpected: Error {}
}

@Suite struct QueueTests {
    @Test func keepsItsOrder() {
        var queue = Queue<Int>()
        for number in 0..<1000 { queue.append(number) }
        for number in 0..<600 { #expect(queue.removeFirst() == number) }
        queue.prepend([598, 599])
        #expect(queue.count == 402 && queue.first == 598)
        queue.removeAll { $0 % 2 == 1 }
        #expect(queue.removeAll() == Array(stride(from: 598, to: 1000, by: 2)))
        #expect(queue.isEmpty && queue.first == nil)
    }
}
