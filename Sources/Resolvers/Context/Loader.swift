import FoundationEssentials
import GraphQLEngine
import Postgres

/// Loads rows of one kind by id: each at most once per request, all of one level in one statement.
final class Loader<Value: TableRow> {
    /// The ids that one statement asks for, and what came of it.
    private final class Flight {
        var ids: [UUID] = []
        var step: Step<ResultSet>?
        var failure: (any Error)?
        var isLanded = false
    }

    private var found: [UUID: Value] = [:]
    /// The flight that brings an id, also when there turns out to be no such row.
    private var flights: [UUID: Flight] = [:]
    /// Takes the ids of the level that is being started.
    private var gathering: Flight?
    private let statement: (ResolverContext, [UUID]) throws -> BoundStatement<TenantScope>

    /// - Parameter statement: selects the rows with some ids that the viewer may see, with the columns of the kind.
    init(_ statement: @escaping (ResolverContext, [UUID]) throws -> BoundStatement<TenantScope>) {
        self.statement = statement
    }

    /// The rows with these ids, in their order; nil for those that don't exist or may not be seen.
    func load(_ ids: [UUID?]) -> Step<[Value?]> {
        var awaited: [Flight] = []
        for case let id? in ids {
            let flight = flights[id] ?? gather(id)
            if !flight.isLanded && !awaited.contains(where: { $0 === flight }) { awaited.append(flight) }
        }
        if awaited.isEmpty { return .ready(values(ids)) }
        return .deferred { [self] in
            for flight in awaited { try land(flight) }
            return .ready(values(ids))
        }
    }

    /// Makes the statement for what was asked for since the last dispatch.
    func flush(in context: ResolverContext) {
        guard let flight = gathering else { return }
        gathering = nil
        do {
            flight.step = try context.query(try statement(context, flight.ids))
        } catch {
            flight.failure = error
        }
    }

    private func gather(_ id: UUID) -> Flight {
        let flight = gathering ?? Flight()
        gathering = flight
        flight.ids.append(id)
        flights[id] = flight
        return flight
    }

    /// Takes in a flight's rows; the first field that waits for it does so for all.
    private func land(_ flight: Flight) throws {
        if let failure = flight.failure { throw failure }
        guard !flight.isLanded, case .deferred(let resume)? = flight.step else { return }
        do {
            guard case .ready(let rows) = try resume() else { return }
            for row in rows {
                let value = Value(row)
                found[value.id] = value
            }
            flight.isLanded = true
        } catch {
            flight.failure = error
            throw error
        }
    }

    private func values(_ ids: [UUID?]) -> [Value?] {
        ids.map { id in id.flatMap { found[$0] } }
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
