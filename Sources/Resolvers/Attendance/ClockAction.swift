import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

/// One of the clock's mutations: which punch it stores, and when that makes sense.
protocol ClockAction: SendableMetatype {
    /// The root field.
    static var field: String { get }
    static var payloadTypeName: String { get }
    static var kind: PunchKind { get }
    /// Whether somebody has to say where they are, where the organization asks for it.
    static var isFenced: Bool { get }

    /// - Throws: `UserErrors` for a punch that does not fit what was punched before.
    static func check(_ punch: FittedPunch) throws(UserErrors)
}

/// What a punch made.
struct ClockResult: Sendable {
    let event: AttendanceEventRow
    let session: AttendanceSessionRow
    /// Nil for punches that leave the day's numbers as they are.
    let record: AttendanceRecordRow?
}

/// A punch on its way, inside the mutation's transaction.
struct Clock {
    let context: ResolverContext
    let transaction: Transaction<TenantScope>
    let punch: Punch
    /// When it happened.
    let instant: Timestamp
    let eventID = UUID()

    init(_ context: ResolverContext, _ transaction: Transaction<TenantScope>, _ punch: Punch) {
        self.context = context
        self.transaction = transaction
        self.punch = punch
        instant = punch.occurredAt ?? context.request.now
    }
}

extension Clock {
    /// Locks the employee, so that the punches of one employee come one after another, checks the punch, computes the
    /// days that it changes and stores all of it.
    ///
    /// Three round trips; a punch that was sent before answers as it did then.
    func run<Action: ClockAction>(_ action: Action.Type) async throws -> ClockResult {
        let state = try await readState(action)
        if let replayed = state.replayed { return try await replay(replayed, as: action) }
        try check(state)
        let fence = try Geofence(state.employee, isAsked: Action.isFenced).check(punch.point)
        let days = [EmployeeDays(state.employee.id, around: instant)]
        let stored = try await StoredDays.read(days, in: transaction)
        let event = PunchEvent(Action.kind, at: instant, isPaid: Action.kind == .breakStart ? punch.isPaid : nil)
        let added = DayEdits.Punch(id: eventID, employeeID: state.employee.id, event: event)
        let computed = stored.computed(DayEdits(punches: [added]), now: context.request.now)
        try Action.check(FittedPunch(added, state, stored, computed))
        try computed.requireOpenPeriods(path: ["input"])
        return try await store(action, state, computed, fence)
    }

    private func check(_ state: ClockState) throws(UserErrors) {
        var errors = InputErrors(path: ["input"])
        punch.check(&errors)
        state.check(self, &errors)
        try errors.throwIfAny()
        if state.employee.isInactive {
            let path = punch.employeeID == nil ? ["input"] : ["input", "employeeId"]
            throw UserErrors(.employeeInactive, "The employee has left or was deleted.", path: path)
        }
        try state.checkPlace()
    }

    /// The first answer again.
    private func replay<Action: ClockAction>(
        _ event: AttendanceEventRow,
        as action: Action.Type
    ) async throws -> ClockResult {
        let unknown = UserErrors(
            .invalid,
            "Another punch has this id. Give every punch an id of its own.",
            path: ["input", "clientEventId"]
        )
        guard event.kind.utf8.elementsEqual(Action.kind.rawValue.utf8) else { throw unknown }
        let results = try await transaction.pipeline([
            ClockStatements.sessionOfEvent(.uuid(event.id)), ClockStatements.recordOfEvent(.uuid(event.id)),
        ])
        guard let session = results[0].first, let record = results[1].first else { throw unknown }
        return ClockResult(
            event: event,
            session: AttendanceSessionRow(session),
            record: AttendanceRecordRow(record)
        )
    }
}
