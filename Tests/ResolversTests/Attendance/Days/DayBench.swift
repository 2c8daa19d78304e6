import FoundationEssentials
import Hours
import Postgres
import Testing
import Time

@testable import Resolvers

/// Stores punches of the first organization and computes their days, as the mutations do.
struct DayBench {
    let fixture: TenantFixture
    var now = Timestamp(rfc3339: "2026-12-01T00:00:00Z")!

    init(_ fixture: TenantFixture) {
        self.fixture = fixture
    }

    var scope: TenantScope { TenantScope(organizationID: fixture.first.id, userID: fixture.first.owner.userID) }

    /// Stores the punches and computes what they may change, in one transaction.
    @discardableResult
    func punch(_ punches: [DayEdits.Punch]) async throws -> ComputedAttendance {
        try await fixture.database.transaction(in: scope) { transaction in
            let days = EmployeeDays.around(punches.map { ($0.employeeID, $0.event.at) })
            let stored = try await StoredDays.read(days, in: transaction)
            let computed = stored.computed(DayEdits(punches: punches), now: now)
            try computed.requireOpenPeriods(path: ["input"])
            _ = try await transaction.pipeline([Self.insert(punches)] + computed.statements)
            return computed
        }
    }

    @discardableResult
    func punch(_ employee: UUID, _ kind: PunchKind, _ instant: String) async throws -> UUID {
        let event = PunchEvent(kind, at: try #require(Timestamp(rfc3339: instant)))
        let punch = DayEdits.Punch(id: UUID(), employeeID: employee, event: event)
        try await self.punch([punch])
        return punch.id
    }

    /// Voids the events and computes their days.
    @discardableResult
    func void(_ events: [UUID], of employee: UUID, at instant: Timestamp) async throws -> ComputedAttendance {
        try await fixture.database.transaction(in: scope) { transaction in
            let edits = DayEdits(voidedEventIDs: Set(events))
            let days = [EmployeeDays(employee, around: instant)]
            let computed = try await StoredDays.read(days, in: transaction).computed(edits, now: now)
            let void = Self.void(.uuids(events), .uuid(fixture.first.owner.userID))
            _ = try await transaction.pipeline([void] + computed.statements)
            return computed
        }
    }

    /// Computes days of what is stored.
    @discardableResult
    func recompute(_ days: [EmployeeDays], _ edits: DayEdits = DayEdits()) async throws -> ComputedAttendance {
        try await fixture.database.transaction(in: scope) { transaction in
            try await transaction.recompute(days, edits, now: now)
        }
    }

    /// Stores the punches without computing anything.
    func store(_ punches: [DayEdits.Punch]) async throws {
        try await fixture.database.transaction(in: scope) { transaction in
            _ = try await transaction.run(Self.insert(punches))
            let voided = punches.filter(\.event.isVoided).map(\.id)
            _ = try await transaction.run(Self.void(.uuids(voided), .uuid(fixture.first.owner.userID)))
        }
    }

    private static func insert(_ punches: [DayEdits.Punch]) -> BoundStatement<TenantScope> {
        insert(
            .uuids(punches.map(\.id)),
            .uuids(punches.map(\.employeeID)),
            .texts(punches.map(\.event.kind.rawValue)),
            .timestamps(punches.map(\.event.at)),
            .texts(punches.map { $0.event.isAutomatic ? "auto" : "web" }),
            .bools(punches.map(\.event.isPaid))
        )
    }

    private static let insert = Statement<TenantScope>(
        "test punches",
        """
        INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, source, is_paid, time_zone,
                                       utc_offset_minutes)
        SELECT $1, v.id, v.employee_id, v.kind::attendance_event_kind, v.occurred_at, v.source::attendance_source,
               v.is_paid, 'UTC', 0
        FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::boolean[])
             AS v (id, employee_id, kind, occurred_at, source, is_paid)
        """
    )

    private static let void = Statement<TenantScope>(
        "test voids",
        """
        INSERT INTO attendance_event_voids (organization_id, event_id, reason, actor_user_id)
        SELECT $1, v, 'test', $3 FROM unnest($2::uuid[]) AS v
        """
    )
}

/// What is stored of a day, for comparison with what was computed.
struct StoredDay: Equatable {
    /// A session without its ids.
    struct Session: Equatable {
        let clockIn: UUID
        let clockOut: UUID?
        let end: Timestamp?
        let status: String
        let breaks: [String]
    }

    var values: RecordValues
    var sessions: [Session]
}

extension DayBench {
    /// The stored days of an employee, without those that have nothing.
    func days(of employee: UUID) throws -> [WorkDay: StoredDay] {
        let owner = try fixture.owner()
        var days: [WorkDay: StoredDay] = [:]
        let records = try owner.query(
            "SELECT \(StoredRecord.columns) FROM attendance_records r WHERE r.employee_id = $1",
            [.uuid(employee)]
        )
        for record in records.map(StoredRecord.init) {
            let sessions = try owner.query(
                """
                SELECT s.clock_in_event_id, s.clock_out_event_id, s.clock_out_at, s.status::text,
                       ARRAY(SELECT concat_ws(' ', b.id, b.started_at AT TIME ZONE 'UTC', b.ended_at AT TIME ZONE 'UTC', b.is_paid)
                             FROM attendance_breaks b WHERE b.session_id = s.id ORDER BY b.started_at)
                FROM attendance_sessions s WHERE s.record_id = $1 AND s.status <> 'voided' ORDER BY s.clock_in_at
                """,
                [.uuid(record.id)]
            )
            days[record.key.day] = StoredDay(values: record.values, sessions: sessions.map(StoredDay.Session.init))
        }
        return days
    }
}

extension StoredDay.Session {
    fileprivate init(_ row: Row) {
        self.init(
            clockIn: row.uuid(0),
            clockOut: row.optionalUUID(1),
            end: row.optionalTimestamp(2),
            status: row.string(3),
            breaks: row.texts(4)
        )
    }
}
