import FoundationEssentials
import Postgres

/// Which employees a permission reaches: everybody, or the member's own record and the team below it.
///
/// Narrowed in SQL at each statement, never in a plan, because managing changes without a new token.
enum Reach: Hashable {
    case organization
    case team(of: UUID)

    /// A condition on a column that holds an employee's id; `true` where everybody is reached.
    func condition(onEmployee column: String, _ sql: inout SQLText) -> String {
        guard case .team(let memberID) = self else { return "true" }
        let own = own(memberID, &sql)
        return "(\(column) IN (\(own)) OR \(column) IN (SELECT app.team_employee_ids(me.id) FROM (\(own)) me))"
    }

    /// The same for pages of an organization's list; nothing where everybody is reached.
    func narrowings(onEmployee column: String, _ sql: inout SQLText) -> [Narrowing] {
        guard case .team(let memberID) = self else { return [] }
        let own = own(memberID, &sql)
        return [
            Narrowing(
                column: column,
                ids: "\(own) UNION ALL SELECT app.team_employee_ids(me.id) FROM (\(own)) me"
            )
        ]
    }

    private func own(_ memberID: UUID, _ sql: inout SQLText) -> String {
        let member = sql.parameter(.uuid(memberID))
        return
            "SELECT me.id FROM employees me WHERE me.organization_id = $1 AND me.member_id = \(member) AND me.deleted_at IS NULL"
    }
}
