import FoundationEssentials
import JSON
import Postgres
import Schema

/// A mutation whose payload has a payroll period.
protocol PeriodMutation: EntityMutation where Entity == AttendancePeriodRow {
    /// The root field.
    static var field: String { get }
}

extension PeriodMutation {
    static var entityField: String { "period" }
    static var maximumReasonLength: Int { 1_000 }

    /// Locks one period against writers to its days, which share the lock, and against other changes of its state.
    static var lock: Statement<TenantScope> { PeriodMutationStatements.lock }

    /// The entry of a change of the period's state.
    static func audit(_ period: AttendancePeriodRow, to status: PeriodStatus, reason: String? = nil) -> AuditEntry {
        AuditEntry(
            action: field,
            entityType: AttendancePeriodRow.typeName,
            entityID: period.id,
            oldValues: ["status": .string(period.status.rawValue)],
            newValues: ["status": .string(status.rawValue)],
            reason: reason
        )
    }

    /// What a caller hears for a state that the period cannot get.
    static func refusal(_ period: AttendancePeriodRow, _ status: PeriodStatus) -> UserErrors? {
        let allowed: [PeriodStatus] =
            switch period.status {
            case .open: [.locked]
            case .locked: [.open]
            case .exported: []
            }
        let change = StateChange(from: period.status, to: status, allowed: allowed)
        return change.isAllowed ? nil : UserErrors([change.error(of: "period", path: ["input", "periodId"])])
    }
}

private enum PeriodMutationStatements {
    static let lock = Statement<TenantScope>(
        "lock period",
        """
        SELECT \(AttendancePeriodRow.columns) FROM attendance_periods p
        WHERE p.organization_id = $1 AND p.id = $2
        FOR NO KEY UPDATE
        """
    )
}
