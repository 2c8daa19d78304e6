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

extension StringFilter {
    /// What holds of a key, which is the column in lower case, wherever the filter's equalities hold of the column.
    func conditions(onKey key: String, _ sql: inout SQLText) -> [String] {
        var conditions: [String] = []
        if let eq { conditions.append("\(key) = lower(\(sql.parameter(.text(eq)))::text)") }
        if let list = self.in {
            let names = "unnest(\(sql.parameter(.texts(list)))::text[]) AS name"
            conditions.append("\(key) = ANY(ARRAY(SELECT lower(name) FROM \(names)))")
        }
        return conditions
    }

    /// The texts of which something has to be found in the column.
    var fragments: [String] { [contains, startsWith].compactMap { $0 } }
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
    /// One id is compared by itself rather than as a list of one: an index has its rows in the order of the list then.
    func conditions(on column: String, _ kind: NodeKind, _ sql: inout SQLText) -> [String] {
        var conditions: [String] = []
        if let eq {
            conditions.append(eq.key(of: kind).map { "\(column) = \(sql.parameter(.uuid($0)))" } ?? "false")
        }
        if let list = self.in {
            conditions.append("\(column) = ANY(\(sql.parameter(.uuids(list.compactMap { $0.key(of: kind) }))))")
        }
        if let isNull { conditions.append("\(column) IS \(isNull ? "" : "NOT ")NULL") }
        return conditions
    }

    /// The same with a wider sense of being one of some ids.
    ///
    /// - Parameter membership: the condition for a column and the placeholder of an array.
    func conditions(
        on column: String,
        _ kind: NodeKind,
        _ sql: inout SQLText,
        membership: (_ column: String, _ ids: String) -> String
    ) -> [String] {
        var conditions: [String] = []
        for ids in [eq.map { [$0] }, self.in].compactMap({ $0 }) {
            conditions.append(membership(column, sql.parameter(.uuids(ids.compactMap { $0.key(of: kind) }))))
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
