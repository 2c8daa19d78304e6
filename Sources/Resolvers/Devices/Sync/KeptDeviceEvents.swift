import FoundationEssentials
import Hours
import Postgres
import Time

/// What a kept event is found by.
struct KeptDeviceEventKey: Sendable {
    let deviceID: UUID
    let deviceEventID: String
}

/// Events that were kept and whose users are mapped by now: they become attendance, as if they came now.
///
/// The devices are locked by the caller, so none of their events comes in meanwhile. What a locked period refuses, or the
/// end of an employment, stays where it is.
struct KeptDeviceEvents: Sendable {
    private let candidates: [DeviceEventPlacement.Candidate]
    private let policy: PunchPolicy

    /// What was kept of users who have just been mapped.
    ///
    /// - Parameters:
    ///   - devices: those that are locked.
    ///   - employees: to whom the users were mapped.
    static func ofUsers(devices: [UUID], users: [String], employees: [UUID?]) -> BoundStatement<TenantScope> {
        ofUsers(.uuids(devices), .texts(users), .uuids(employees))
    }

    /// Those of the events that are kept still.
    static func named(_ events: [KeptDeviceEventKey]) -> BoundStatement<TenantScope> {
        named(.uuids(events.map(\.deviceID)), .texts(events.map(\.deviceEventID)))
    }

    /// - Parameter rows: of one of the above.
    init(_ rows: ResultSet) {
        candidates = rows.compactMap { row in
            let event = DeviceEvent(kept: row)
            guard let employee = SyncedEmployee(row, from: 11), !employee.isInactive(at: event.occurredAt) else {
                return nil
            }
            return DeviceEventPlacement.Candidate(event: event, employeeID: employee.id)
        }
        policy = PunchPolicy(cooldownSeconds: rows.first.map { Int($0.int32(15)) } ?? 0)
    }

    /// What stores them, and takes them away from where they were kept: at most four statements, after one round trip.
    ///
    /// - Parameter audit: makes what goes along, of the punches that are taken.
    func statements(
        in transaction: Transaction<TenantScope>,
        now: Timestamp,
        audit: ([DeviceEventStore.Punch]) -> AuditRows
    ) async throws -> [BoundStatement<TenantScope>] {
        let days = EmployeeDays.around(candidates.map { (employeeID: $0.employeeID, at: $0.event.occurredAt) })
        let stored = try await StoredDays.read(days, in: transaction)
        let placement = DeviceEventPlacement(candidates, in: stored, policy, now: now)
        let punches = placement.punches(of: candidates, in: stored)
        let settled = candidates.map(\.event).filter { placement.settles($0) }
        let store = DeviceEventStore(punches: punches, audit: audit(punches))
        let forget = Self.forget(.uuids(settled.map(\.deviceID)), .texts(settled.map(\.deviceEventID)))
        return [store.statement, forget] + placement.days.statements
    }

    /// With their employees, in their order. An id on the device itself goes before one for every device.
    ///
    /// - Parameter source: gives the events as `u`.
    private static func select(
        _ name: StaticString,
        from source: String,
        where condition: String = "true"
    ) -> Statement<TenantScope> {
        Statement(
            name,
            """
            SELECT u.device_id, u.device_event_id, u.external_user_id, u.kind, u.occurred_at, u.source, u.latitude,
                   u.longitude, u.accuracy_meters, host(u.ip), u.received_at,
                   e.id, e.deleted_at IS NOT NULL, e.status = 'terminated', e.terminated_on,
                   coalesce((SELECT t.clock_cooldown_seconds FROM organization_settings t
                             WHERE t.organization_id = $1), 30)
            FROM \(source)
            LEFT JOIN employee_device_identities own ON own.organization_id = $1 AND own.device_id = u.device_id
              AND own.external_user_id = u.external_user_id
            LEFT JOIN employee_device_identities anywhere ON anywhere.organization_id = $1
              AND anywhere.device_id IS NULL AND anywhere.external_user_id = u.external_user_id
            JOIN employees e ON e.organization_id = $1 AND e.id = coalesce(own.employee_id, anywhere.employee_id)
            WHERE \(condition)
            ORDER BY u.occurred_at, u.device_event_id
            """
        )
    }

    private static let ofUsers = select(
        "kept device events of users",
        from: """
            (SELECT DISTINCT external_user_id FROM unnest($3::text[]) AS v (external_user_id)) v
            JOIN unmapped_device_events u ON u.organization_id = $1 AND u.external_user_id = v.external_user_id
              AND u.device_id = ANY($2)
            """,
        where: "e.id = ANY($4)"
    )

    private static let named = select(
        "kept device events by their ids",
        from: """
            unnest($2::uuid[], $3::text[]) AS v (device_id, device_event_id)
            JOIN unmapped_device_events u ON u.organization_id = $1 AND u.device_id = v.device_id
              AND u.device_event_id = v.device_event_id
            """
    )

    private static let forget = Statement<TenantScope>(
        "forget kept device events",
        """
        DELETE FROM unmapped_device_events u
        USING unnest($2::uuid[], $3::text[]) AS v (device_id, device_event_id)
        WHERE u.organization_id = $1 AND u.device_id = v.device_id AND u.device_event_id = v.device_event_id
        """
    )
}

extension DeviceEventPlacement {
    /// Whether nothing more will come of the event: it is stored, or counts for nothing.
    fileprivate func settles(_ event: DeviceEvent) -> Bool {
        switch refusals[event.id] {
        case nil, .policy: true
        case .periodLocked, .employeeGone: false
        }
    }
}

extension DeviceEvent {
    /// - Parameter row: of the events that are kept.
    fileprivate init(kept row: Row) {
        let point = row.optionalDouble(6).flatMap { latitude in
            row.optionalDouble(7).map { longitude in
                GeoPointRow(latitude: latitude, longitude: longitude, accuracyMeters: row.optionalDouble(8))
            }
        }
        self.init(
            deviceID: row.uuid(0),
            deviceEventID: row.string(1),
            externalUserID: row.string(2),
            kind: row.optionalString(3).flatMap(PunchKind.init(rawValue:)),
            occurredAt: row.timestamp(4),
            source: row.string(5),
            point: point,
            address: row.optionalString(9),
            receivedAt: row.timestamp(10)
        )
    }
}
