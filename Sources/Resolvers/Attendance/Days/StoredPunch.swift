import FoundationEssentials
import Hours
import Postgres
import Time

/// A stored event, with the session or the break that it began.
struct StoredPunch: Sendable {
    let id: UUID
    let employeeID: UUID
    let event: PunchEvent
    /// Where its session takes place, as far as the device says.
    let locationID: UUID?
    let session: SessionValues?
    let pause: BreakValues?

    /// Of the table with the alias `v` and what is joined to it.
    static let columns = """
        v.id, v.employee_id, v.kind, v.occurred_at, v.source = 'auto', x.event_id IS NOT NULL, v.is_paid, \
        d.location_id, s.id, s.record_id, s.clock_out_event_id, s.clock_out_at, s.status, s.location_id, b.session_id, \
        b.ended_at, b.is_paid
        """

    /// A break has the id of the event that began it. Each is looked up by its key: the planner, which cannot know how few
    /// punches there are, would read whole tables.
    static let joins = """
        LEFT JOIN LATERAL (
          SELECT y.event_id FROM attendance_event_voids y
          WHERE y.organization_id = v.organization_id AND y.event_id = v.id LIMIT 1) x ON true
        LEFT JOIN devices d ON d.organization_id = v.organization_id AND d.id = v.device_id
        LEFT JOIN LATERAL (
          SELECT * FROM attendance_sessions y
          WHERE y.organization_id = v.organization_id AND y.clock_in_event_id = v.id LIMIT 1) s ON true
        LEFT JOIN LATERAL (
          SELECT * FROM attendance_breaks y
          WHERE y.organization_id = v.organization_id AND y.id = v.id LIMIT 1) b ON true
        """

    init(_ row: Row) {
        id = row.uuid(0)
        employeeID = row.uuid(1)
        let kind = PunchKind(rawValue: row.string(2)) ?? .clockIn
        let instant = row.timestamp(3)
        event = PunchEvent(
            kind,
            at: instant,
            isAutomatic: row.bool(4),
            isVoided: row.bool(5),
            isPaid: row.optionalBool(6)
        )
        locationID = row.optionalUUID(7)
        session = row.isNull(8) ? nil : SessionValues(row, clockInEventID: id, clockInAt: instant)
        pause = row.optionalUUID(14).map { session in
            BreakValues(
                id: row.uuid(0),
                sessionID: session,
                employeeID: row.uuid(1),
                start: instant,
                end: row.optionalTimestamp(15),
                isPaid: row.bool(16)
            )
        }
    }
}

extension SessionValues {
    /// - Parameter row: of ``StoredPunch/columns``.
    fileprivate init(_ row: Row, clockInEventID: UUID, clockInAt: Timestamp) {
        self.init(
            id: row.uuid(8),
            employeeID: row.uuid(1),
            recordID: row.uuid(9),
            clockInEventID: clockInEventID,
            clockInAt: clockInAt,
            clockOutEventID: row.optionalUUID(10),
            clockOutAt: row.optionalTimestamp(11),
            status: SessionValues.Status(rawValue: row.string(12)) ?? .voided,
            locationID: row.optionalUUID(13)
        )
    }
}
