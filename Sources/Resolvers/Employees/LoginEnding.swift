import Auth
import FoundationEssentials
import JSON
import Jobs
import Postgres
import Schema

/// Deactivates the login of somebody whose employment has ended, where that was asked for when its end was named.
///
/// Nothing happens when the employment was taken up again, or the employee has another login: ``EmployeeStatements``
/// forgets then what was asked for. The owner's login is left to people, and the job to operators.
struct LoginEnding: JobHandler {
    static let jobKind = "employment_login_end"

    var kind: String { Self.jobKind }
    private let database: Database

    init(database: Database) {
        self.database = database
    }

    func run(_ job: Job) async throws {
        guard let organization = job.organizationID,
            let employee = job.payload["employeeId"]?.stringValue.flatMap(UUID.init(uuidString:)),
            let member = job.payload["memberId"]?.stringValue.flatMap(UUID.init(uuidString:))
        else { return }
        let scope = TenantScope(organizationID: organization, userID: nil)
        try await database.transaction(in: scope) { transaction in
            let results = try await transaction.pipeline([
                OrganizationStateLock.share(), OrganizationLock.acquire(), Self.due(.uuid(employee), .uuid(member)),
                StoredMember.query([member]),
            ])
            guard !results[2].isEmpty else { return }
            let end = try Self.deactivation(results[3].first.map(StoredMember.init))
            _ = try await transaction.pipeline(end + [Self.mark(.uuid(employee), .bool(false))])
        }
    }

    /// - Parameter member: nil when the membership has ended.
    /// - Throws: ``JobFailure`` for the owner.
    private static func deactivation(_ member: StoredMember?) throws -> [BoundStatement<TenantScope>] {
        guard let member, member.values.accessState == .active else { return [] }
        if member.values.role == .owner {
            throw JobFailure.permanent(
                "The login is the owner's: transfer the ownership, then deactivate the member \(member.id)."
            )
        }
        var change = MemberChange(member)
        change.values.setAccess(.deactivated)
        change.reason = "The employment has ended."
        return MemberChanges(changes: [change], action: EmployeeTerminate.action).systemStatements()
    }

    /// Notes whether the login ends with the employment.
    static let mark = Statement<TenantScope>(
        "mark login to end",
        "UPDATE employees e SET login_ends = $3 WHERE e.organization_id = $1 AND e.id = $2 AND e.login_ends <> $3"
    )

    private static let due = Statement<TenantScope>(
        "login that ends",
        """
        SELECT 1 FROM employees e
        WHERE e.organization_id = $1 AND e.id = $2 AND e.member_id = $3 AND e.login_ends AND e.status = 'terminated'
        FOR NO KEY UPDATE
        """
    )
}
