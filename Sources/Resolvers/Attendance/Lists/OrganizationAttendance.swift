import Auth
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// The fields by which the organization leads to attendance.
    mutating func bindAttendanceOfOrganizations() {
        bindConnection(of: AttendanceEventRow.self)
        bindConnection(of: AttendanceSessionRow.self)
        bindConnection(of: PresenceRow.self)
        object(OrganizationRow.self) { type in
            type.objects("attendanceEvents", OrganizationAttendanceEventsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try AttendanceEventPages(arguments: arguments).all(call).map { page in
                    rows.map { $0.id == own ? page : nil }
                }
            }
            type.objects("attendanceSessions", OrganizationAttendanceSessionsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try AttendanceSessionPages(arguments: arguments).all(call).map { page in
                    rows.map { $0.id == own ? page : nil }
                }
            }
            type.objects("attendanceRecords", OrganizationAttendanceRecordsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try AttendanceRecordPages(arguments).all(call).map { page in
                    rows.map { $0.id == own ? page : nil }
                }
            }
            type.objects("presence", OrganizationPresenceArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                let page = try PresencePages(arguments: arguments).all(call)
                return try call.context.holds(.attendanceRead, at: .team).flatMap { isHeld in
                    guard isHeld else { throw PublicErrors.forbidden(Permission.attendanceRead.code) }
                    return page.map { page in rows.map { $0.id == own ? page : nil } }
                }
            }
        }
    }
}
