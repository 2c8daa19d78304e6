import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import Postgres
import Schema
import Time

/// What a punch finds.
struct ClockState: Sendable {
    let employee: ClockedEmployee
    let openSession: AttendanceSessionRow?
    /// The event of this client id, when it was sent before.
    let replayed: AttendanceEventRow?
}

/// The employee of a punch, locked.
struct ClockedEmployee: Sendable {
    let id: UUID
    /// Whether the viewer punches for themselves.
    let isViewer: Bool
    let isInactive: Bool
    /// The employee's own zone, else the location's, else the organization's.
    let timeZone: String
    /// Whether the punch names a zone that exists, or none.
    let isPunchZoneKnown: Bool
    let maximumSkewSeconds: Int32
    /// Whether people may punch for themselves here at all.
    let allowsWebClock: Bool
    /// Whether the request comes from where the location, else the organization, takes punches from.
    let isNetworkAllowed: Bool
    let geofenceMode: GeofenceMode
    /// Around the location; nil without one.
    let circle: Geofence.Circle?

    /// - Parameter row: of the statement that locks the employee.
    init(_ row: Row) {
        id = row.uuid(0)
        isViewer = row.bool(1)
        isInactive = row.bool(2)
        timeZone = row.string(3)
        isPunchZoneKnown = row.bool(4)
        maximumSkewSeconds = row.int32(5)
        allowsWebClock = row.bool(6)
        isNetworkAllowed = row.bool(7)
        geofenceMode = GeofenceMode(rawValue: row.string(8).uppercased()) ?? .off
        circle = row.optionalUUID(9).map { location in
            Geofence.Circle(
                locationID: location,
                latitude: row.double(10),
                longitude: row.double(11),
                radiusMeters: row.int32(12)
            )
        }
    }
}

extension Clock {
    /// Locks the employee and reads what the punch depends on, in one round trip.
    ///
    /// - Throws: `UserErrors` when there is no such employee within the viewer's reach.
    func readState<Action: ClockAction>(_ action: Action.Type) async throws -> ClockState {
        let subject = try ClockSubject(punch.employeeID, context)
        var statements = [try lock(subject), subject.bind(ClockStatements.openSession)]
        if let id = punch.clientEventID { statements.append(subject.bind(ClockStatements.replayed, .uuid(id))) }
        let results = try await transaction.pipeline(statements)
        guard let employee = results[0].first else { throw subject.missing }
        return ClockState(
            employee: ClockedEmployee(employee),
            openSession: results[1].first.map(AttendanceSessionRow.init),
            replayed: results.count > 2 ? results[2].first.map(AttendanceEventRow.init) : nil
        )
    }

    private func lock(_ subject: ClockSubject) throws(GraphQLError) -> BoundStatement<TenantScope> {
        var sql = SQLText()
        let condition = try subject.condition(context, &sql)
        let member = sql.parameter(.uuid(try context.tenant().memberID))
        let address = sql.parameter(.optional(context.request.clientAddress))
        let zone = sql.parameter(.optional(punch.timeZone))
        return ClockStatements.lockEmployee(condition, member: member, address: address, zone: zone)
            .bind(sql.parameters)
    }

    fileprivate var reporter: PunchPolicy.Reporter {
        context.viewer?.rights.scope(of: .attendanceManage) == .organization ? .manager : .person
    }
}

extension ClockState {
    /// What is wrong with the zone and the time of the punch.
    func check(_ clock: Clock, _ errors: inout InputErrors) {
        if !employee.isPunchZoneKnown { errors.add(.invalid, "There is no such time zone.", "timeZone") }
        let policy = PunchPolicy(maximumSkewSeconds: Int(employee.maximumSkewSeconds))
        do throws(PunchPolicy.Refusal) {
            // Zones' offsets are known from 1970 on.
            if clock.instant < Timestamp(microseconds: 0) { throw .tooOld }
            try policy.check(clock.instant, from: clock.reporter, now: clock.context.request.now)
        } catch .inFuture {
            errors.add(.eventInFuture, "The punch lies in the future.", "occurredAt")
        } catch {
            errors.add(.eventTooOld, "The punch lies too far in the past for you to report it.", "occurredAt")
        }
    }

    /// What the organization says of where and how people punch for themselves.
    ///
    /// - Throws: `FORBIDDEN` or `NETWORK_NOT_ALLOWED`.
    func checkPlace() throws(UserErrors) {
        guard employee.isViewer else { return }
        if !employee.allowsWebClock {
            throw UserErrors(.forbidden, "The organization takes punches from its devices only.", path: ["input"])
        }
        if !employee.isNetworkAllowed {
            throw UserErrors(.networkNotAllowed, "Punches are not taken from your network.", path: ["input"])
        }
    }
}
