import FoundationEssentials
import GraphQLEngine
import Postgres

/// Loads rows of one kind by id: each at most once per request, all of one level in one statement.
final class Loader<Value: TableRow> {
    private var outcomes: [UUID: Value] = [:]
    private var settled: Set<UUID> = []
    private var pending: Set<UUID> = []
    private var flight: Step<ResultSet>?
    private var failure: (any Error)?
    private let statement: (ResolverContext, [UUID]) throws -> BoundStatement<TenantScope>

    /// - Parameter statement: selects the rows with some ids that the viewer may see, with the columns of the kind.
    init(_ statement: @escaping (ResolverContext, [UUID]) throws -> BoundStatement<TenantScope>) {
        self.statement = statement
    }

    /// The rows with these ids, in their order; nil for those that don't exist or may not be seen.
    func load(_ ids: [UUID?]) -> Step<[Value?]> {
        for case let id? in ids where !settled.contains(id) { pending.insert(id) }
        if pending.isEmpty && flight == nil { return .ready(values(ids)) }
        return .deferred { [self] in
            try land()
            return .ready(values(ids))
        }
    }

    /// Makes the statement for what was asked for since the last dispatch.
    func flush(in context: ResolverContext) {
        guard !pending.isEmpty else { return }
        let ids = pending.sorted { $0.uuidString < $1.uuidString }
        settled.formUnion(ids)
        pending = []
        failure = nil
        do {
            flight = try context.query(try statement(context, ids))
        } catch {
            failure = error
        }
    }

    /// Takes in the rows of the last flush; the first field that waits for them does so for all.
    private func land() throws {
        if let failure { throw failure }
        guard case .deferred(let resume)? = flight else { return }
        flight = nil
        do {
            guard case .ready(let rows) = try resume() else { return }
            for row in rows {
                let value = Value(row)
                outcomes[value.id] = value
            }
        } catch {
            failure = error
            throw error
        }
    }

    private func values(_ ids: [UUID?]) -> [Value?] {
        ids.map { id in id.flatMap { outcomes[$0] } }
    }
}

/// A row of a table with an id, as one fixed list of columns reads it.
protocol TableRow: ObjectRow {
    /// The columns, of a table whose alias the conditions of its statements use.
    static var columns: String { get }
    static var columnCount: Int { get }

    var id: UUID { get }

    /// - Parameter row: has ``columns`` from its first column on.
    init(_ row: Row)
}
