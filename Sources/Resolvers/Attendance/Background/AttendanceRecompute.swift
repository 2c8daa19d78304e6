import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Jobs
import Postgres
import Schema
import Time

/// attendanceRecompute: has days computed anew behind the mutation, under the rules as they are then.
enum AttendanceRecompute {
    static let field = "attendanceRecompute"
    /// The days of one request.
    static let maximumDays = 366
    private static let maximumEmployees = 1000

    static func run(
        _ input: AttendanceRecomputeInput,
        _ context: ResolverContext
    ) async throws -> AttendanceRecomputePayload {
        let outcome: MutationOutcome<Void> = try await context.mutate { transaction in
            try check(input)
            let employees = try await employees(input.employeeIds, in: transaction)
            let work = RecomputeWork(
                first: input.range.from,
                last: input.range.to,
                employeeIDs: employees,
                userID: try context.tenant().viewer.claims.userID
            )
            let entry = AuditEntry(
                action: field,
                entityType: "Organization",
                entityID: try context.tenant().organizationID,
                newValues: work.json
            )
            _ = try await transaction.pipeline([
                work.job.enqueued(), try context.audit(entry),
            ])
        }
        return AttendanceRecomputePayload(
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }

    private static func check(_ input: AttendanceRecomputeInput) throws(UserErrors) {
        let length = input.range.from.days(until: input.range.to)
        guard (0..<maximumDays).contains(length) else {
            let message = "A range has at least one day and at most \(maximumDays)."
            throw UserErrors(.outOfRange, message, path: ["input", "range"])
        }
        guard (input.employeeIds ?? []).count <= maximumEmployees else {
            let message = "Name at most \(maximumEmployees) employees, or none for everybody."
            throw UserErrors(.batchTooLarge, message, path: ["input", "employeeIds"])
        }
    }

    /// - Returns: nil for everybody.
    private static func employees(
        _ ids: [GlobalID]?,
        in transaction: Transaction<TenantScope>
    ) async throws -> [UUID]? {
        guard let ids else { return nil }
        let keys = ids.map { $0.key(of: .employee) }
        let known = Set(try await transaction.run(known(.uuids(keys))).map { $0.uuid(0) })
        for (index, key) in keys.enumerated() where !known.contains(key ?? GlobalID.unmatchable.uuid) {
            throw UserErrors.notFound("employee", path: ["input", "employeeIds", String(index)])
        }
        return Array(known)
    }

    private static let known = Statement<TenantScope>(
        "employees to recompute",
        "SELECT e.id FROM employees e WHERE e.organization_id = $1 AND e.id = ANY($2)"
    )
}

/// What attendanceRecompute answers.
struct AttendanceRecomputePayload: MutationPayload {
    static let typeName = "AttendanceRecomputePayload"

    let userErrors: [UserErrorRow]
    let clientMutationId: String?
}
