import FoundationEssentials
import Postgres

/// The rows that storing days gave, as the API shows them.
struct WrittenDays {
    fileprivate let records: ResultSet?
    fileprivate let sessions: ResultSet?

    /// The record with this id; nil when nothing about it was written.
    func record(_ id: UUID) -> AttendanceRecordRow? {
        records?.first { $0.uuid(0) == id }.map(AttendanceRecordRow.init)
    }

    /// The session that the event began or ended; nil when nothing about it was written.
    func session(ofEvent event: UUID, _ computed: ComputedAttendance) -> AttendanceSessionRow? {
        let session = computed.sessions.first { $0.clockInEventID == event || $0.clockOutEventID == event }
        guard let session else { return nil }
        return sessions?.first { $0.uuid(0) == session.id }.map(AttendanceSessionRow.init)
    }
}

extension ComputedAttendance {
    /// - Parameter results: from the first one of ``statements`` on.
    func written(_ results: some Collection<ResultSet>) -> WrittenDays {
        var results = Array(results.prefix(statements.count))
        let sessions = storesSessions ? results.popLast() : nil
        return WrittenDays(records: results.first, sessions: sessions)
    }
}
