import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// Lets an assignment end on the day before a given one; one that begins then or later ends altogether.
enum ShiftUnassign: EntityMutation {
    static let payloadTypeName = "ShiftUnassignPayload"
    static let entityField = "assignment"

    typealias Entity = ShiftAssignmentRow

    static func run(_ input: ShiftUnassignInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: ShiftUnassignInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<ShiftAssignmentRow> {
        let id = input.assignmentId.key(of: .shiftAssignment) ?? GlobalID.unmatchable.uuid
        let reach = try context.reach(.shiftAssign)
        return try await context.mutate { transaction in
            try await context.requireTeam(.shiftAssign, in: transaction)
            let results = try await transaction.pipeline([lockEmployee(id, reach), lock(.uuid(id))])
            guard !results[0].isEmpty, let current = results[1].first.map(ShiftAssignmentRow.init) else {
                throw UserErrors.notFound("assignment", path: ["input", "assignmentId"])
            }
            let old = AssignedDays(first: current.validFrom, last: current.validTo)
            if let last = old.last, last < input.from { throw ended }
            let new = old.before(AssignedDays(first: input.from, last: nil))
            let statements = [
                AssignmentStatements.cut(.uuids([id]), .dates([new?.first]), .dates([new?.last])),
                AssignmentStatements.select(.uuids([id])),
                try context.audit(
                    AuditEntry(
                        action: "shiftUnassign",
                        entityType: "ShiftAssignment",
                        entityID: id,
                        oldValues: old.json,
                        newValues: new?.json
                    )
                ),
            ]
            return ShiftAssignmentRow(try await transaction.pipeline(statements)[1][0])
        }
    }

    private static let ended = UserErrors(
        .outOfRange,
        "The assignment ends before this day.",
        path: ["input", "from"]
    )

    /// Of the assignment; none beyond the reach.
    private static func lockEmployee(_ assignment: UUID, _ reach: Reach) -> BoundStatement<TenantScope> {
        var sql = SQLText()
        let id = sql.parameter(.uuid(assignment))
        let condition = reach.condition(onEmployee: "e.id", &sql)
        let statement = Statement<TenantScope>(
            "lock employee of assignment",
            """
            SELECT e.id FROM employees e
            WHERE e.organization_id = $1 AND e.deleted_at IS NULL AND \(condition)
              AND e.id = (SELECT assignment.employee_id FROM shift_assignments assignment
                          WHERE assignment.organization_id = $1 AND assignment.id = \(id))
            FOR NO KEY UPDATE OF e
            """
        )
        return statement.bind(sql.parameters)
    }

    private static let lock = Statement<TenantScope>(
        "lock assignment",
        """
        SELECT \(ShiftAssignmentRow.columns) FROM shift_assignments assignment
        WHERE assignment.organization_id = $1 AND assignment.id = $2 AND assignment.deleted_at IS NULL
        FOR NO KEY UPDATE OF assignment
        """
    )
}
