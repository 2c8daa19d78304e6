import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Timesheets, and the fields that lead to them.
    mutating func bindTimesheets() {
        bindConnection(of: TimesheetRow.self)
        object(TimesheetRow.self) { type in
            type.child("employee") { $0.employee }
            type.value("from") { $0.from }
            type.value("to") { $0.to }
            type.bindMinutes()
            type.bindDays()
            type.objects("days") { rows, context in try TimesheetRow.days(of: rows, context) }
        }
        object(EmployeeRow.self) { type in
            type.objects("timesheet", EmployeeTimesheetArguments.self) { rows, arguments, call in
                try TimesheetRow.timesheets(of: rows.map(\.id), arguments.range, call.context)
            }
        }
        object(OrganizationRow.self) { type in
            type.objects("timesheets", OrganizationTimesheetsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try TimesheetPages(arguments: arguments).all(call).map { page in
                    rows.map { $0.id == own ? page : nil }
                }
            }
        }
    }
}

extension ObjectBinding<TimesheetRow, ResolverContext> {
    fileprivate mutating func bindMinutes() {
        value("scheduledMinutes") { $0.scheduledMinutes }
        value("workedMinutes") { $0.workedMinutes }
        value("breakMinutes") { $0.breakMinutes }
        value("lateMinutes") { $0.lateMinutes }
        value("earlyLeaveMinutes") { $0.earlyLeaveMinutes }
        value("overtimeMinutes") { $0.overtimeMinutes }
        value("approvedOvertimeMinutes") { $0.approvedOvertimeMinutes }
    }

    fileprivate mutating func bindDays() {
        value("lateCount") { $0.lateCount }
        value("presentDays") { $0.presentDays }
        value("absentDays") { $0.absentDays }
        value("leaveDays") { $0.leaveDays }
        value("holidayDays") { $0.holidayDays }
        value("missingClockOuts") { $0.missingClockOuts }
    }
}
