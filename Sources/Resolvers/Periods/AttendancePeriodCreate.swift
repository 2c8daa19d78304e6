import FoundationEssentials
import JSON
import Postgres
import Schema
import Time

/// Creates a payroll period while no other mutation of the organization is under way: one that found no period for its
/// day has no row to share with a lock that follows at once.
enum AttendancePeriodCreate: PeriodMutation {
    static let field = "attendancePeriodCreate"
    static let payloadTypeName = "AttendancePeriodCreatePayload"

    private static let maximumNameLength = 200
    private static let maximumDays: Int32 = 366

    static func run(
        _ input: AttendancePeriodCreateInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: AttendancePeriodCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<AttendancePeriodRow> {
        var errors = InputErrors(path: ["input"])
        let name = errors.required(input.name, "name", maximumLength: maximumNameLength)
        let range = input.range
        if range.to < range.from { errors.add(.invalid, "The period ends before it begins.", "range") }
        if range.to.days - range.from.days >= maximumDays {
            errors.add(.outOfRange, "A period has at most \(maximumDays) days.", "range")
        }
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let id = UUID()
        return try await context.mutateAlone { transaction in
            let audit = try context.audit(
                AuditEntry(
                    action: field,
                    entityType: AttendancePeriodRow.typeName,
                    entityID: id,
                    newValues: [
                        "name": .string(name), "from": .string(range.from.description),
                        "to": .string(range.to.description),
                    ]
                )
            )
            let stored = insert(.uuid(id), .text(name), .date(range.from), .date(range.to))
            return AttendancePeriodRow(try await transaction.pipeline([stored, audit])[0][0])
        }
    }

    private static let insert = Statement<TenantScope>(
        "insert period",
        """
        INSERT INTO attendance_periods AS p (organization_id, id, name, days)
        VALUES ($1, $2, $3, daterange($4, $5, '[]'))
        RETURNING \(AttendancePeriodRow.columns)
        """
    )
}
