import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

/// The outcome of a day that somebody decides on, on its way to the database.
struct DayDecision: Sendable {
    /// Nil for an id of another kind, which is not found.
    let employeeID: UUID?
    let workDate: CalendarDate
    /// Nil takes an earlier decision back.
    let status: DayStatus?
    let reason: String
    let expectedVersion: Int?
    /// What is wrong with it; without errors it is applied.
    var errors: InputErrors
    /// The parts of the day, of which the first one is answered.
    private(set) var days: [EmployeeWorkDay] = []

    static let maximumReasonLength = 1000

    private init(
        employeeID: GlobalID,
        workDate: CalendarDate,
        status: AttendanceStatus,
        reason: String,
        expectedVersion: Int?,
        path: [String]
    ) {
        var errors = InputErrors(path: path)
        self.employeeID = employeeID.key(of: .employee)
        self.workDate = workDate
        self.status = status == .pending ? nil : DayStatus(rawValue: status.rawValue.lowercased())
        self.reason = errors.required(reason, "reason", maximumLength: Self.maximumReasonLength)
        self.expectedVersion = expectedVersion
        self.errors = errors
    }

    init(_ input: AttendanceRecordOverrideInput) {
        self.init(
            employeeID: input.employeeId,
            workDate: input.workDate,
            status: input.status,
            reason: input.reason,
            expectedVersion: input.expectedVersion,
            path: ["input"]
        )
    }

    init(_ item: AttendanceOverrideItem, index: Int) {
        self.init(
            employeeID: item.employeeId,
            workDate: item.workDate,
            status: item.status,
            reason: item.reason,
            expectedVersion: item.expectedVersion,
            path: ["input", "items", String(index)]
        )
    }

    /// The day to be read; nil for one that nobody can find.
    var range: EmployeeDays? {
        employeeID.map { EmployeeDays($0, from: workDate, through: workDate) }
    }

    /// Holds the decision to what is stored: to each part of the day that has a record or a shift.
    mutating func resolve(_ stored: StoredDays) {
        guard let employeeID, let employee = stored.employees[employeeID] else {
            return errors.addNotFound("employee", "employeeId")
        }
        days = employee.parts(of: workDate).map { EmployeeWorkDay(employeeID: employeeID, day: $0) }
        let version = employee.records[days[0].day]?.version ?? 0
        if let expectedVersion, expectedVersion != Int(version) {
            errors.addStaleVersion(current: version)
        }
        if let period = stored.periods.first(where: { !$0.isOpen && $0.holds(workDate) }) {
            errors.addLocked(period, "workDate")
        }
    }
}

/// Any number of decisions about days, stored with the same number of statements.
struct DayDecisions {
    let decisions: [DayDecision]
    /// The mutation's root field.
    let action: String

    /// Stores the decisions and what follows from them, in one round trip. Answers the records by their day.
    func store(
        _ stored: StoredDays,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> [EmployeeWorkDay: AttendanceRecordRow] {
        var edits = DayEdits()
        for decision in decisions {
            for day in decision.days { edits.statusOverrides[day] = .some(decision.status) }
        }
        let computed = stored.computed(edits, now: context.request.now)
        try computed.requireOpenPeriods(path: ["input"])
        let statements = computed.statements + [try audit(stored, computed, context), try decide(computed, context)]
        let rows = try await transaction.pipeline(statements).last.map(Array.init) ?? []
        return Dictionary(
            rows.map(AttendanceRecordRow.init).map { row in
                let day = WorkDay(date: row.workDate, slot: Int(row.slot))
                return (EmployeeWorkDay(employeeID: row.employeeID, day: day), row)
            },
            uniquingKeysWith: { $1 }
        )
    }

    private var parts: [(day: EmployeeWorkDay, decision: DayDecision)] {
        decisions.flatMap { decision in decision.days.map { ($0, decision) } }
    }

    private func decide(
        _ computed: ComputedAttendance,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        let parts = parts
        return Self.decide(
            .uuid(try context.tenant().viewer.claims.userID),
            .timestamp(context.request.now),
            .uuids(parts.map { computed.recordIDs[$0.day] }),
            .texts(parts.map(\.decision.status?.rawValue)),
            .texts(parts.map(\.decision.reason))
        )
    }

    private func audit(
        _ stored: StoredDays,
        _ computed: ComputedAttendance,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        try context.audit(
            parts.map { day, decision in
                let before = stored.employees[day.employeeID]?.records[day.day]
                return AuditEntry(
                    action: action,
                    entityType: "AttendanceRecord",
                    entityID: computed.recordIDs[day],
                    oldValues: before.map {
                        ["status": .string($0.values.status), "override": .optional($0.statusOverride?.rawValue)]
                    },
                    newValues: [
                        "status": .optional(computed.days[day]?.record.status.rawValue),
                        "override": .optional(decision.status?.rawValue),
                    ],
                    reason: decision.reason
                )
            }
        )
    }

    private static let decide = Statement<TenantScope>(
        "decide about days",
        """
        UPDATE attendance_records AS r
        SET override_status = v.status::attendance_status,
            override_reason = CASE WHEN v.status IS NOT NULL THEN v.reason END,
            overridden_by = CASE WHEN v.status IS NOT NULL THEN $2::uuid END,
            overridden_at = CASE WHEN v.status IS NOT NULL THEN $3::timestamptz END
        FROM unnest($4::uuid[], $5::text[], $6::text[]) AS v (id, status, reason)
        WHERE r.organization_id = $1 AND r.id = v.id
        RETURNING \(AttendanceRecordRow.columns)
        """
    )
}
