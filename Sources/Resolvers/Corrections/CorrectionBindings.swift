import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Corrections, their connection, the fields that lead to them, and the mutations of them.
    mutating func bindCorrections() {
        bindConnection(of: AttendanceCorrectionRow.self)
        object(AttendanceCorrectionRow.self) { type in
            type.bindValues()
            type.bindRelations()
        }
        object(ProposedPunch.self) { type in
            type.value("kind") { $0.eventKind }
            type.value("occurredAt") { $0.at }
            type.value("timeZone") { $0.timeZone }
        }
        bindFieldsOfCorrections()
        bindCorrectionMutations()
    }

    private mutating func bindFieldsOfCorrections() {
        object(OrganizationRow.self) { type in
            type.objects("attendanceCorrections", OrganizationAttendanceCorrectionsArguments.self) {
                rows,
                arguments,
                call in
                let own = try call.context.tenant().organizationID
                return try CorrectionPages(arguments.page()).all(arguments.filter, call).map { page in
                    rows.map { $0.id == own ? page : nil }
                }
            }
        }
        object(EmployeeRow.self) { type in
            type.objects("corrections", EmployeeCorrectionsArguments.self) { rows, arguments, call in
                try CorrectionPages(arguments.page()).of(employees: rows.map(\.id), call)
            }
        }
        object(AttendanceRecordRow.self) { type in
            type.objects("corrections") { rows, context in try context.corrections(of: rows) }
        }
    }
}

extension ObjectBinding<AttendanceCorrectionRow, ResolverContext> {
    fileprivate mutating func bindValues() {
        value("id") { GlobalID(.attendanceCorrection, $0.id) }
        value("workDate") { $0.workDate }
        value("kind") { $0.kind }
        value("reason") { $0.reason }
        value("status") { $0.status }
        value("requestedAt") { $0.requestedAt }
        value("decidedAt") { $0.decidedAt }
        value("decisionNote") { $0.decisionNote }
        values("isStale") { rows, context in
            try context.dayVersions(of: rows).map { versions in zip(rows, versions).map { $0.isStale(at: $1) } }
        }
    }

    fileprivate mutating func bindRelations() {
        objects("employee") { rows, context in context.employees(rows.map(\.employeeID)) }
        child("proposedEvents") { $0.change.punches }
        objects("requestedBy") { rows, context in
            context.loaders.users.load(rows.map(\.requestedBy)).orForbidden()
        }
        objects("decidedBy") { rows, context in context.loaders.users.load(rows.map(\.decidedBy)) }
        objects("record") { rows, context in try context.records(of: rows) }
        objects("preview") { rows, context in try CorrectionPreview.records(of: rows, context) }
    }
}
