import FoundationEssentials
import GraphQLEngine
import Postgres
import Time

/// A break inside a session, over a row of the table with the alias `b`.
struct AttendanceBreakRow: TableRow {
    static let typeName = "AttendanceBreak"
    static let columnCount = 5
    static let columns = "b.id, b.session_id, b.started_at, b.ended_at, b.is_paid"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var sessionID: UUID { row.uuid(1) }
    var startedAt: Timestamp { row.timestamp(2) }
    /// Nil while the break lasts.
    var endedAt: Timestamp? { row.optionalTimestamp(3) }
    var isPaid: Bool { row.bool(4) }

    var pause: WorkInterval.Pause { WorkInterval.Pause(start: startedAt, end: endedAt, isPaid: isPaid) }
}
