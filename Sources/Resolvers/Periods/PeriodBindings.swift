import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Payroll periods, their connection, where records lead to them, and the mutations of them.
    mutating func bindPeriods() {
        bindConnection(of: AttendancePeriodRow.self)
        object(AttendancePeriodRow.self) { type in
            type.bindValues()
            type.objects("lockedBy") { rows, context in context.loaders.users.load(rows.map(\.lockedBy)) }
            type.objects("blockers") { rows, context in try PeriodBlockersRow.of(rows.map(\.id), context) }
        }
        object(PeriodBlockersRow.self) { type in
            type.value("openSessions") { $0.openSessions }
            type.value("pendingCorrections") { $0.pendingCorrections }
            type.value("missingClockOuts") { $0.missingClockOuts }
            type.value("unapprovedOvertimeMinutes") { $0.unapprovedOvertimeMinutes }
        }
        object(OrganizationRow.self) { type in
            type.objects("attendancePeriods", OrganizationAttendancePeriodsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try PeriodPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        object(AttendanceRecordRow.self) { type in
            type.objects("period") { rows, context in try context.periods(of: rows) }
            type.values("isLocked") { rows, context in
                try context.periods(of: rows).map { $0.map { $0.map { $0.status != .open } ?? false } }
            }
        }
        bindPeriodMutations()
    }

    private mutating func bindPeriodMutations() {
        bindPayload(of: AttendancePeriodCreate.self)
        bindPayload(of: AttendancePeriodLock.self)
        bindPayload(of: AttendancePeriodReopen.self)
        object(MutationRow.self) { type in
            type.mutation(AttendancePeriodCreate.field, MutationAttendancePeriodCreateArguments.self) {
                arguments,
                call in
                try await AttendancePeriodCreate.run(arguments.input, call.context)
            }
            type.mutation(AttendancePeriodLock.field, MutationAttendancePeriodLockArguments.self) { arguments, call in
                try await AttendancePeriodLock.run(arguments.input, call.context)
            }
            type.mutation(AttendancePeriodReopen.field, MutationAttendancePeriodReopenArguments.self) {
                arguments,
                call in
                try await AttendancePeriodReopen.run(arguments.input, call.context)
            }
        }
    }
}

extension ObjectBinding<AttendancePeriodRow, ResolverContext> {
    fileprivate mutating func bindValues() {
        value("id") { GlobalID(.attendancePeriod, $0.id) }
        value("name") { $0.name }
        value("from") { $0.first }
        value("to") { $0.last }
        value("status") { $0.status }
        value("lockedAt") { $0.lockedAt }
        value("exportedAt") { $0.exportedAt }
        value("version") { $0.version }
    }
}
