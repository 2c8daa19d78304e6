import FoundationEssentials
import GraphQLEngine
import Postgres
import Time

/// One interval of a status history.
///
/// Over a row with the columns: id of whose history it is, state in upper case, start, end, reason, id of the actor.
struct StatusPeriodRow: ObjectRow {
    static let typeName = "StatusPeriod"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var ownerID: UUID { row.uuid(0) }
    var state: BorrowedText { BorrowedText(utf8: row.utf8(1)) }
    var from: Timestamp { row.timestamp(2) }
    var to: Timestamp? { row.optionalTimestamp(3) }
    var reason: BorrowedText? { row.optionalUTF8(4).map(BorrowedText.init(utf8:)) }
    var actorID: UUID? { row.optionalUUID(5) }
}

extension Bindings<ResolverContext> {
    mutating func bindStatusHistory() {
        object(StatusPeriodRow.self) { type in
            type.value("state") { $0.state }
            type.value("from") { $0.from }
            type.value("to") { $0.to }
            type.value("reason") { $0.reason }
            type.objects("actor") { rows, context in try context.users(rows.map(\.actorID)) }
        }
    }
}
