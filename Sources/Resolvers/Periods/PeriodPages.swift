import FoundationEssentials
import GraphQLEngine
import Schema

/// Pages of payroll periods, the latest first.
enum PeriodPages {
    static func all(
        _ arguments: OrganizationAttendancePeriodsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<AttendancePeriodRow>> {
        let query = PagedQuery<AttendancePeriodRow>(
            name: "periods",
            source: "attendance_periods p",
            parentCondition: nil,
            conditions: ["p.organization_id = $1"],
            ordering: Ordering([OrderKey("FROM", "lower(p.days)", isDescending: true)], id: "p.id"),
            page: try arguments.page(),
            sql: SQLText()
        )
        return try query.connections(
            of: [try call.context.tenant().organizationID],
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        ).map { $0[0] }
    }
}

extension OrganizationAttendancePeriodsArguments: PageArguments {}
