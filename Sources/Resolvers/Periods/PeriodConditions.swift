import GraphQLEngine
import Postgres
import Schema

extension IDFilter {
    /// Conditions that a day lies in payroll periods. The periods' bounds stand beside them, since those of a day are
    /// what an index answers.
    func conditions(onDay day: String, _ sql: inout SQLText) -> [String] {
        let period = "SELECT FROM attendance_periods p WHERE p.organization_id = $1 AND p.days @> \(day)"
        var conditions: [String] = []
        for ids in [eq.map { [$0] }, self.in].compactMap({ $0 }) {
            let keys = sql.parameter(.uuids(ids.compactMap { $0.key(of: .attendancePeriod) }))
            let among = "FROM attendance_periods p WHERE p.organization_id = $1 AND p.id = ANY(\(keys))"
            conditions += [
                "\(day) >= (SELECT min(lower(p.days)) \(among))", "\(day) < (SELECT max(upper(p.days)) \(among))",
            ]
            if ids.count > 1 { conditions.append("EXISTS (\(period) AND p.id = ANY(\(keys)))") }
        }
        if let isNull { conditions.append("\(isNull ? "NOT " : "")EXISTS (\(period))") }
        return conditions
    }
}
