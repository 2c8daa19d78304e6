import FoundationEssentials
import Hours
import Postgres
import Time

/// Stores what devices sent, any number of events at once.
struct DeviceEventStore: Sendable {
    /// An event that is taken.
    struct Punch: Sendable {
        let event: DeviceEvent
        let employeeID: UUID
        let kind: PunchKind
        /// Of the employee.
        let timeZone: String
    }

    var punches: [Punch] = []
    /// Events of users whom nobody has mapped.
    var unmapped: [DeviceEvent] = []
    /// Events that were stored before and are asked for again.
    var knownIDs: [UUID] = []
    /// Up to which the device that has signed in is acknowledged from now on.
    var lastSequence: Int64?
    /// The device's clock less the server's; nil when nothing new is known.
    var clockOffsetMilliseconds: Int32?
    /// The rows that go into the audit log with it.
    let audit: AuditRows

    /// Gives the ``AttendanceEventRow``s of the punches and of those known before.
    var statement: BoundStatement<TenantScope> {
        let events = punches.map(\.event) + unmapped
        let none: [String?] = unmapped.map { _ in nil }
        let parameters: [Parameter] = [
            .uuids(events.map(\.id)), .uuids(events.map(\.deviceID)), .texts(events.map(\.deviceEventID)),
            .texts(events.map(\.externalUserID)), .uuids(punches.map(\.employeeID) + unmapped.map { _ in nil }),
            .texts(punches.map(\.kind.rawValue) + unmapped.map { $0.kind?.rawValue }),
            .timestamps(events.map(\.occurredAt)), .timestamps(events.map(\.receivedAt)),
            .texts(punches.map(\.timeZone) + none), .texts(events.map(\.source)),
            .doubles(events.map { $0.point?.latitude }), .doubles(events.map { $0.point?.longitude }),
            .doubles(events.map { $0.point?.accuracyMeters }), .texts(events.map(\.address)), .uuids(knownIDs),
            .optional(lastSequence), .optional(clockOffsetMilliseconds),
        ]
        return Self.store.bind(parameters + audit.parameters)
    }

    /// A user without an employee is one whom nobody has mapped. The device is the one that has signed in, if any.
    private static let store = Statement<TenantScope>(
        "store device events",
        """
        WITH v AS MATERIALIZED (
          SELECT v.*, coalesce(v.given_device_id, app.current_device_id()) AS device_id
          FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[],
                      $9::timestamptz[], $10::text[], $11::text[], $12::float8[], $13::float8[], $14::float8[],
                      $15::text[]) WITH ORDINALITY
            AS v (id, given_device_id, device_event_id, external_user_id, employee_id, kind, occurred_at, received_at,
                  time_zone, source, latitude, longitude, accuracy_meters, ip, number)
        ), added AS (
          INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, received_at, time_zone,
            utc_offset_minutes, source, device_id, device_event_id, latitude, longitude, accuracy_meters, ip)
          SELECT $1, v.id, v.employee_id, v.kind::attendance_event_kind, v.occurred_at,
                 coalesce(v.received_at, clock_timestamp()), v.time_zone,
                 extract(epoch FROM (v.occurred_at AT TIME ZONE v.time_zone) - (v.occurred_at AT TIME ZONE 'UTC')) / 60,
                 v.source::attendance_source, v.device_id, v.device_event_id, v.latitude, v.longitude,
                 v.accuracy_meters, v.ip::inet
          FROM v WHERE v.employee_id IS NOT NULL ORDER BY v.number
          RETURNING *
        ), kept AS (
          INSERT INTO unmapped_device_events (organization_id, device_id, device_event_id, external_user_id, kind,
            occurred_at, source, latitude, longitude, accuracy_meters, ip)
          SELECT $1, v.device_id, v.device_event_id, v.external_user_id, v.kind::attendance_event_kind, v.occurred_at,
                 v.source::attendance_source, v.latitude, v.longitude, v.accuracy_meters, v.ip::inet
          FROM v WHERE v.employee_id IS NULL ORDER BY v.number
        ), device AS (
          UPDATE devices g
          SET last_sequence = coalesce($17, g.last_sequence), clock_offset_ms = coalesce($18, g.clock_offset_ms)
          WHERE g.organization_id = $1 AND g.id = app.current_device_id()
        ), audit AS (\(AuditRows.insert(from: 19)))
        SELECT \(AttendanceEventRow.columns)
        FROM (
          SELECT * FROM added
          UNION ALL
          SELECT * FROM attendance_events WHERE organization_id = $1 AND id = ANY($16)
        ) v
        LEFT JOIN LATERAL (
          SELECT y.reason FROM attendance_event_voids y
          WHERE y.organization_id = v.organization_id AND y.event_id = v.id LIMIT 1) x ON true
        """
    )
}
