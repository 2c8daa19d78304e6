import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// What a punch finds.
struct ClockState: Sendable {
    let employee: ClockedEmployee
    let openSession: AttendanceSessionRow?
    /// The sessions of the day on which the punch counts.
    let day: [DaySession]
    /// The event of this client id, when it was sent before.
    let replayed: AttendanceEventRow?

    struct DaySession: Sendable {
        let id: UUID
        var interval: WorkInterval
    }
}

/// The employee of a punch, locked.
struct ClockedEmployee: Sendable {
    let id: UUID
    /// Whether the viewer punches for themselves.
    let isViewer: Bool
    let isInactive: Bool
    /// The employee's own zone, else the organization's.
    let timeZone: String
    /// Whether the punch names a zone that exists, or none.
    let isPunchZoneKnown: Bool
    /// The local date of the punch in the employee's zone.
    let workDate: CalendarDate
    let maximumSkewSeconds: Int32

    /// - Parameter row: of the statement that locks the employee.
    init(_ row: Row) {
        id = row.uuid(0)
        isViewer = row.bool(1)
        isInactive = row.bool(2)
        timeZone = row.string(3)
        isPunchZoneKnown = row.bool(4)
        workDate = row.date(5)
        maximumSkewSeconds = row.int32(6)
    }
}

extension Clock {
    /// Locks the employee and reads what the punch depends on, in one round trip.
    ///
    /// - Throws: `UserErrors` when there is no such employee within the viewer's reach.
    func readState<Action: ClockAction>(_ action: Action.Type) async throws -> ClockState {
        let subject = try ClockSubject(punch.employeeID, context)
        var statements = [
            try lock(subject), subject.bind(ClockStatements.openSession),
            subject.bind(Action.dayStatement, .timestamp(instant)),
        ]
        if let id = punch.clientEventID { statements.append(subject.bind(ClockStatements.replayed, .uuid(id))) }
        let results = try await transaction.pipeline(statements)
        guard let employee = results[0].first else { throw subject.missing }
        return ClockState(
            employee: ClockedEmployee(employee),
            openSession: results[1].first.map(AttendanceSessionRow.init),
            day: ClockState.sessions(results[2]),
            replayed: results.count > 3 ? results[3].first.map(AttendanceEventRow.init) : nil
        )
    }

    private func lock(_ subject: ClockSubject) throws(GraphQLError) -> BoundStatement<TenantScope> {
        var sql = SQLText()
        let condition = try subject.condition(context, &sql)
        let member = sql.parameter(.uuid(try context.tenant().memberID))
        let instant = sql.parameter(.timestamp(instant))
        let zone = sql.parameter(.optional(punch.timeZone))
        return ClockStatements.lockEmployee(condition, member: member, instant: instant, zone: zone)
            .bind(sql.parameters)
    }
}

extension ClockState {
    /// - Parameter rows: of ``ClockStatements/Day``: sessions in order of time, each once per break.
    fileprivate static func sessions(_ rows: ResultSet) -> [DaySession] {
        var sessions: [DaySession] = []
        for row in rows {
            if sessions.last?.id != row.uuid(0) {
                let session = AttendanceSessionRow(row)
                sessions.append(DaySession(id: session.id, interval: session.interval(breaks: [])))
            }
            guard let start = row.optionalTimestamp(AttendanceSessionRow.columnCount) else { continue }
            let pause = WorkInterval.Pause(
                start: start,
                end: row.optionalTimestamp(AttendanceSessionRow.columnCount + 1),
                isPaid: row.bool(AttendanceSessionRow.columnCount + 2)
            )
            sessions[sessions.count - 1].interval.pauses.append(pause)
        }
        return sessions
    }

    /// The open session as the day has it.
    var openInterval: WorkInterval? {
        day.first { $0.id == openSession?.id }?.interval
    }

    /// What is wrong with the zone and the time of the punch.
    func check(_ clock: Clock, _ errors: inout InputErrors) {
        if !employee.isPunchZoneKnown { errors.add(.invalid, "There is no such time zone.", "timeZone") }
        let now = clock.context.request.now
        let skew = Int64(employee.maximumSkewSeconds)
        if clock.instant > now.adding(seconds: skew) {
            errors.add(.eventInFuture, "The punch lies in the future.", "occurredAt")
        } else if clock.instant < (clock.mayBackdate ? .earliestPunch : now.adding(seconds: -skew)) {
            errors.add(.eventTooOld, "The punch lies too far in the past for you to report it.", "occurredAt")
        }
    }
}

extension Clock {
    fileprivate var mayBackdate: Bool {
        context.viewer?.rights.scope(of: .attendanceManage) == .organization
    }
}

extension Timestamp {
    /// Zones' offsets are known from here on.
    fileprivate static let earliestPunch = Timestamp(microseconds: 0)
}
