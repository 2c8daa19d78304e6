import GraphQLEngine
import Postgres
import Schema

/// The filters of single columns as conditions: the column is source text, what the client said are parameters.
///
/// A condition holds, or it doesn't or is null: negate it with `IS NOT TRUE`.
extension StringFilter {
    /// `contains` and `startsWith` take no notice of case.
    func conditions(on column: String, _ sql: inout SQLText) -> [String] {
        var conditions: [String] = []
        if let eq { conditions.append("\(column) = \(sql.parameter(.text(eq)))") }
        if let ne { conditions.append("\(column) IS DISTINCT FROM \(sql.parameter(.text(ne)))") }
        if let list = self.in { conditions.append("\(column) = ANY(\(sql.parameter(.texts(list))))") }
        if let contains {
            conditions.append("\(column) ILIKE \(sql.parameter(.text("%" + LikePattern.literal(contains) + "%")))")
        }
        if let startsWith {
            conditions.append("\(column) ILIKE \(sql.parameter(.text(LikePattern.literal(startsWith) + "%")))")
        }
        if let isNull { conditions.append("\(column) IS \(isNull ? "" : "NOT ")NULL") }
        return conditions
    }
}

enum LikePattern {
    /// A pattern that matches the text itself, with LIKE's metacharacters escaped.
    static func literal(_ text: String) -> String {
        var pattern = ""
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == "%" || scalar == "_" { pattern.unicodeScalars.append("\\") }
            pattern.unicodeScalars.append(scalar)
        }
        return pattern
    }
}

extension IDFilter {
    /// Malformed ids and ids of other kinds match nothing.
    ///
    /// - Parameter equality: the condition that a column has one of the ids of the placeholder's array.
    func conditions(
        on column: String,
        _ kind: NodeKind,
        _ sql: inout SQLText,
        equality: (_ column: String, _ ids: String) -> String = { "\($0) = ANY(\($1))" }
    ) -> [String] {
        var conditions: [String] = []
        for ids in [eq.map { [$0] }, self.in].compactMap({ $0 }) {
            conditions.append(equality(column, sql.parameter(.uuids(ids.compactMap { $0.key(of: kind) }))))
        }
        if let isNull { conditions.append("\(column) IS \(isNull ? "" : "NOT ")NULL") }
        return conditions
    }
}

extension DateFilter {
    func conditions(on column: String, _ sql: inout SQLText) -> [String] {
        var conditions: [String] = []
        if let eq { conditions.append("\(column) = \(sql.parameter(.date(eq)))") }
        if let gte { conditions.append("\(column) >= \(sql.parameter(.date(gte)))") }
        if let lte { conditions.append("\(column) <= \(sql.parameter(.date(lte)))") }
        if let isNull { conditions.append("\(column) IS \(isNull ? "" : "NOT ")NULL") }
        return conditions
    }
}

extension DateTimeFilter {
    func conditions(on column: String, _ sql: inout SQLText) -> [String] {
        var conditions: [String] = []
        if let gte { conditions.append("\(column) >= \(sql.parameter(.timestamp(gte)))") }
        if let lt { conditions.append("\(column) < \(sql.parameter(.timestamp(lt)))") }
        if let isNull { conditions.append("\(column) IS \(isNull ? "" : "NOT ")NULL") }
        return conditions
    }
}
