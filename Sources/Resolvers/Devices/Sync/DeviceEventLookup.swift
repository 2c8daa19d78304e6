import FoundationEssentials
import Hours
import Postgres
import Time

/// What is known of the events that a device sends: one statement, whatever their number.
///
/// The check of the device holds its row, so nobody else stores events of it meanwhile.
struct DeviceEventLookup: Sendable {
    /// Of one event.
    struct Finding: Sendable {
        /// Nil for a user whom nobody has mapped.
        let employee: SyncedEmployee?
        /// The event that is stored of it already.
        let storedID: UUID?
        /// Whether it waits for its user to be mapped.
        let isKept: Bool

        var isKnown: Bool { storedID != nil || isKept }
    }

    /// In the order of the events.
    let findings: [Finding]
    let deviceID: UUID
    /// Up to which the device's events were acknowledged.
    let lastSequence: Int64?
    let policy: PunchPolicy

    /// - Parameter events: nil where nothing has to be known of one.
    static func query(_ events: [DeviceEvent?]) -> BoundStatement<TenantScope> {
        statement(.texts(events.map { $0?.deviceEventID }), .texts(events.map { $0?.externalUserID }))
    }

    /// - Parameter rows: of ``query(_:)``. The first one is of no event.
    init(_ rows: ResultSet) {
        findings = rows.dropFirst().map { row in
            Finding(employee: SyncedEmployee(row, from: 1), storedID: row.optionalUUID(5), isKept: row.bool(6))
        }
        let device = rows[0]
        deviceID = device.uuid(7)
        lastSequence = device.optionalInt64(8)
        policy = PunchPolicy(
            maximumSkewSeconds: Int(device.int32(9)),
            maximumAgeDays: Int(device.int32(10)),
            cooldownSeconds: Int(device.int32(11))
        )
    }

    /// An id that is mapped on the device itself goes before one for every device. Each event looks for its own rows: the
    /// planner, which takes its plan for a new device, must not think of reading all events of one that has many.
    private static let statement = Statement<TenantScope>(
        "events to sync",
        """
        SELECT v.number, e.id, e.is_deleted, e.is_terminated, e.terminated_on,
               (SELECT known.id FROM attendance_events known
                WHERE known.organization_id = $1 AND known.device_id = g.id
                  AND known.device_event_id = v.device_event_id),
               EXISTS (SELECT FROM unmapped_device_events kept
                       WHERE kept.organization_id = $1 AND kept.device_id = g.id
                         AND kept.device_event_id = v.device_event_id),
               g.id, g.last_sequence, coalesce(t.max_device_clock_skew_seconds, 300),
               coalesce(t.offline_event_max_age_days, 14), coalesce(t.clock_cooldown_seconds, 30)
        FROM devices g
        LEFT JOIN organization_settings t ON t.organization_id = $1
        CROSS JOIN (
          SELECT 0 AS number, NULL AS device_event_id, NULL AS external_user_id
          UNION ALL
          SELECT number, device_event_id, external_user_id
          FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS v (device_event_id, external_user_id, number)
        ) v
        CROSS JOIN LATERAL (
          SELECT coalesce(
            (SELECT own.employee_id FROM employee_device_identities own
             WHERE own.organization_id = $1 AND own.device_id = g.id AND own.external_user_id = v.external_user_id),
            (SELECT anywhere.employee_id FROM employee_device_identities anywhere
             WHERE anywhere.organization_id = $1 AND anywhere.device_id IS NULL
               AND anywhere.external_user_id = v.external_user_id)) AS employee_id
          OFFSET 0) identity
        LEFT JOIN LATERAL (
          SELECT e.id, e.deleted_at IS NOT NULL AS is_deleted, e.status = 'terminated' AS is_terminated, e.terminated_on
          FROM employees e WHERE e.organization_id = $1 AND e.id = identity.employee_id LIMIT 1) e ON true
        WHERE g.organization_id = $1 AND g.id = app.current_device_id()
        ORDER BY v.number
        """
    )
}
