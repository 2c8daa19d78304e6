import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Shifts, who is assigned to them, which of them apply, and the mutations of them.
    mutating func bindShifts() {
        bindConnection(of: ShiftRow.self)
        object(ShiftRow.self) { type in
            type.bindTimes()
            type.bindRules()
            type.objects("assignments", ShiftAssignmentsArguments.self) { rows, arguments, call in
                try ShiftAssignmentPages(arguments.page()).ofShifts(rows.map(\.id), call)
            }
        }
        object(OrganizationRow.self) { type in
            type.objects("shifts", OrganizationShiftsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try ShiftPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindShiftAssignments()
        bindScheduledShifts()
        bindShiftMutations()
        bindAssignmentMutations()
    }
}

extension ObjectBinding<ShiftRow, ResolverContext> {
    fileprivate mutating func bindTimes() {
        value("id") { GlobalID(.shift, $0.id) }
        value("deletedAt") { $0.deletedAt }
        value("version") { $0.version }
        value("name") { $0.name }
        value("startTime") { $0.startTime }
        value("endTime") { $0.endTime }
        value("crossesMidnight") { $0.crossesMidnight }
        value("timeZone") { $0.timeZone }
        value("weekdays") { $0.weekdays.list }
    }

    fileprivate mutating func bindRules() {
        value("earlyClockInMinutes") { $0.earlyClockInMinutes }
        value("lateClockOutMinutes") { $0.lateClockOutMinutes }
        value("lateGraceMinutes") { $0.lateGraceMinutes }
        value("earlyLeaveGraceMinutes") { $0.earlyLeaveGraceMinutes }
        value("breakMinutes") { $0.breakMinutes }
        value("breakMode") { $0.breakMode }
        value("breakIsPaid") { $0.breakIsPaid }
        value("halfDayBelowMinutes") { $0.halfDayBelowMinutes }
        value("absentBelowMinutes") { $0.absentBelowMinutes }
        value("overtimeAfterMinutes") { $0.overtimeAfterMinutes }
        value("overtimeBeforeShift") { $0.overtimeBeforeShift }
        value("overtimeNeedsApproval") { $0.overtimeNeedsApproval }
        value("roundingMinutes") { $0.roundingMinutes }
        value("roundingMode") { $0.roundingMode }
    }
}
