import FoundationEssentials
import JSON
import Jobs
import Postgres
import Time

/// Applies the kept events of mapped users that a locked period refused, once it is open again: some at a time, the
/// earliest first, with as many statements for one as for all of a chunk.
///
/// Whatever it applies is gone from those that are kept, so it may run as often as one likes, also at the same time.
struct KeptEventsApplying: JobHandler {
    var kind: String { KeptEventsWork.jobKind }
    private let database: Database
    private let clock: ServerClock
    private let chunkSize: Int

    /// - Parameters:
    ///   - clock: the one that requests have their time from.
    ///   - chunkSize: events in one transaction.
    init(database: Database, clock: ServerClock = .system, chunkSize: Int = AttendanceEventsSync.maximumEventCount) {
        self.database = database
        self.clock = clock
        self.chunkSize = chunkSize
    }

    func run(_ job: Job) async throws {
        guard let organization = job.organizationID, let work = KeptEventsWork(job.payload) else { return }
        try await apply(work, in: TenantScope(organizationID: organization, userID: nil))
    }

    /// Applies what is there, chunk by chunk.
    func apply(_ work: KeptEventsWork, in scope: TenantScope) async throws {
        var place: Place?
        repeat {
            try Task.checkCancellation()
            let rows = try await database.read([next(work, after: place)], in: scope)[0]
            let events = rows.map { KeptDeviceEventKey(deviceID: $0.uuid(1), deviceEventID: $0.string(2)) }
            place = zip(rows, events).map { Place(occurredAt: $0.timestamp(0), event: $1) }.last
            if !events.isEmpty { try await apply(events, in: scope) }
        } while place != nil
    }

    private func apply(_ events: [KeptDeviceEventKey], in scope: TenantScope) async throws {
        let devices = Array(Set(events.map(\.deviceID)))
        try await database.transaction(in: scope) { transaction in
            let results = try await transaction.pipeline([
                OrganizationStateLock.share(), DeviceIdentityLookup.lockDevices(devices),
                KeptDeviceEvents.named(events),
            ])
            let statements = try await KeptDeviceEvents(results[2])
                .statements(in: transaction, now: clock.now()) { AuditRows.ofSystem(Self.auditEntries($0)) }
            _ = try await transaction.pipeline(statements)
        }
    }

    /// One per device, as of what it sends itself.
    private static func auditEntries(_ punches: [DeviceEventStore.Punch]) -> [AuditEntry] {
        Dictionary(grouping: punches, by: \.event.deviceID).map { device, punches in
            AuditEntry(
                action: AttendanceEventsSync.field,
                entityType: DeviceRow.typeName,
                entityID: device,
                newValues: ["acceptedCount": .int(Int64(punches.count))]
            )
        }
    }
}

extension KeptEventsApplying {
    /// An event in the order in which they are applied.
    private struct Place: Sendable {
        let occurredAt: Timestamp
        let event: KeptDeviceEventKey
    }

    private func next(_ work: KeptEventsWork, after place: Place?) -> BoundStatement<TenantScope> {
        Self.next(
            .date(work.earliest),
            .date(work.latest),
            .optional(place?.occurredAt),
            .optional(place?.event.deviceID),
            .optional(place?.event.deviceEventID),
            .int64(Int64(chunkSize))
        )
    }

    private static let next = Statement<TenantScope>(
        "kept device events in turn",
        """
        SELECT u.occurred_at, u.device_id, u.device_event_id FROM unmapped_device_events u
        WHERE u.organization_id = $1
          AND u.occurred_at >= greatest($2::date::timestamp AT TIME ZONE 'UTC', $4::timestamptz)
          AND u.occurred_at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC'
          AND ($4 IS NULL OR (u.occurred_at, u.device_id, u.device_event_id) > ($4, $5::uuid, $6::text))
          AND EXISTS (SELECT FROM employee_device_identities i
                      WHERE i.organization_id = $1 AND i.external_user_id = u.external_user_id
                        AND (i.device_id = u.device_id OR i.device_id IS NULL))
        ORDER BY u.occurred_at, u.device_id, u.device_event_id LIMIT $7
        """
    )
}
