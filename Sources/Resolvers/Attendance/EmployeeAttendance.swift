import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// The fields by which an employee leads to attendance.
    mutating func bindAttendanceOfEmployees() {
        object(EmployeeRow.self) { type in
            type.objects("presence") { rows, context in try PresenceRow.presences(of: rows, in: context) }
            type.objects("attendanceRecords", EmployeeAttendanceRecordsArguments.self) { rows, arguments, call in
                try AttendanceRecordPages(arguments).connections(of: rows.map(\.id), call)
            }
        }
    }
}
