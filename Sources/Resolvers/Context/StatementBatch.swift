import GraphQLEngine
import Postgres

/// Statements that the resolvers of one level have asked for in one kind of scope.
///
/// They go out in one round trip, and their results wait for the fields that asked.
struct StatementBatch<S: Scope> {
    /// Where one statement's outcome arrives.
    final class Slot {
        var outcome: Result<ResultSet, DatabaseError>?
    }

    private(set) var statements: [BoundStatement<S>] = []
    private var slots: [Slot] = []

    var isEmpty: Bool { statements.isEmpty }

    /// Adds a statement; the step gives its rows after the dispatch.
    mutating func add(_ statement: BoundStatement<S>) -> Step<ResultSet> {
        let slot = Slot()
        statements.append(statement)
        slots.append(slot)
        return .deferred {
            guard let outcome = slot.outcome else { throw DatabaseError.closed }
            return .ready(try outcome.get())
        }
    }

    func deliver(_ outcome: Result<[ResultSet], DatabaseError>) {
        for (index, slot) in slots.enumerated() {
            slot.outcome = outcome.map { $0[index] }
        }
    }
}
