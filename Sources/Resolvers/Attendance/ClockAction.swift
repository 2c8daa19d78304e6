import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema
import Time

/// One of the clock's mutations: what it makes of a punch.
protocol ClockAction: SendableMetatype {
    /// The root field.
    static var field: String { get }
    static var payloadTypeName: String { get }
    static var kind: AttendanceEventKind { get }
    /// The sessions from which the day is computed.
    static var dayStatement: ClockStatements.Day { get }

    /// Stores the punch and what follows from it, in one round trip.
    ///
    /// - Throws: `UserErrors` for a punch that does not fit the state.
    static func store(_ clock: Clock, _ state: ClockState) async throws -> ClockResult
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
    /// Locks the employee, so that the punches of one employee come one after another, checks the punch and stores it.
    ///
    /// Two round trips; a punch that was sent before answers as it did then.
    func run<Action: ClockAction>(_ action: Action.Type) async throws -> ClockResult {
        let state = try await readState(action)
        if let replayed = state.replayed { return try await replay(replayed, as: action) }
        var errors = InputErrors(path: ["input"])
        punch.check(&errors)
        state.check(self, &errors)
        try errors.throwIfAny()
        if state.employee.isInactive {
            let path = punch.employeeID == nil ? ["input"] : ["input", "employeeId"]
            throw UserErrors(.employeeInactive, "The employee has left or was deleted.", path: path)
        }
        return try await Action.store(self, state)
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
        guard event.kind.utf8.elementsEqual(Action.kind.databaseValue.utf8) else { throw unknown }
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

extension Clock {
    /// The statement that stores the event; it gives an ``AttendanceEventRow``.
    func insertEvent(_ kind: AttendanceEventKind, _ state: ClockState) -> BoundStatement<TenantScope> {
        ClockStatements.insertEvent(
            .uuid(eventID),
            .uuid(state.employee.id),
            .text(kind.databaseValue),
            .timestamp(instant),
            .text(punch.timeZone ?? state.employee.timeZone),
            .text(state.employee.isViewer ? "web" : "manual"),
            .optional(punch.clientEventID),
            .optional(context.viewer?.claims.userID),
            .optional(punch.point?.latitude),
            .optional(punch.point?.longitude),
            .optional(punch.point?.accuracyMeters),
            .optional(context.request.clientAddress),
            .optional(punch.note)
        )
    }

    func audit<Action: ClockAction>(_ action: Action.Type, _ state: ClockState) throws -> BoundStatement<TenantScope> {
        var values = JSONObject()
        values["employeeId"] = .string(state.employee.id.uuidString.lowercased())
        values["kind"] = .string(Action.kind.rawValue)
        values["occurredAt"] = .string(instant.description)
        return try context.audit(
            AuditEntry(action: Action.field, entityType: "AttendanceEvent", entityID: eventID, newValues: values)
        )
    }
}

extension AttendanceEventKind {
    var databaseValue: String { rawValue.lowercased() }
}
