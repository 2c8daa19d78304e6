import Postgres

/// One key by which a connection is sorted.
struct OrderKey: Hashable {
    /// Name in cursors.
    let name: String
    /// A SQL expression that is never null.
    let expression: String
    let isDescending: Bool
    /// Joins the table that the expression is of to the list's, one row to each; nil where that is the list's own.
    let join: String?

    init(_ name: String, _ expression: String, isDescending: Bool = false, join: String? = nil) {
        self.name = name
        self.expression = expression
        self.isDescending = isDescending
        self.join = join
    }
}

/// The order of a connection: its keys, and the primary key as the last one, which makes it total.
struct Ordering {
    let keys: [OrderKey]

    /// - Parameter id: the expression of the primary key; it goes the way of the first key.
    init(_ keys: [OrderKey], id: String) {
        let isDescending = keys.first?.isDescending ?? false
        self.keys = keys + [OrderKey("ID", id, isDescending: isDescending)]
    }

    /// The order that a client asks for, in which a key that is named again is of no effect.
    ///
    /// - Parameter otherwise: the order of who asks for none.
    init(_ wishes: [OrderKey], otherwise: OrderKey, id: String) {
        var keys: [OrderKey] = []
        for wish in wishes where !keys.contains(where: { $0.name == wish.name }) { keys.append(wish) }
        self.init(keys.isEmpty ? [otherwise] : keys, id: id)
    }

    /// What a cursor must say to belong to this order.
    var signature: String {
        keys.map { $0.name + ($0.isDescending ? "-" : "+") }.joined()
    }

    /// What pages join to the list's tables for the keys. A count needs none of it.
    var joins: String {
        keys.compactMap(\.join).map { " \($0)" }.joined()
    }

    /// The `ORDER BY` list, turned round for a page that is read from its end.
    func list(isBackward: Bool) -> String {
        list(keys.map(\.expression), isBackward: isBackward)
    }

    /// The same by other expressions of the keys.
    func list(_ expressions: [String], isBackward: Bool) -> String {
        zip(expressions, keys).map { "\($0) \($1.isDescending != isBackward ? "DESC" : "ASC")" }
            .joined(separator: ", ")
    }

    /// Holds for rows beyond a cursor's: after it, or before it.
    ///
    /// Keys of one direction and one table compare as a row, which an index answers. Others stand behind a bound of the
    /// first key, from which an index can start: mixed directions as a chain of ORs.
    func condition(beyond values: [String], isBefore: Bool, _ sql: inout SQLText) -> String {
        let placeholders = values.map { sql.parameter(.text($0)) }
        func sign(_ key: OrderKey) -> String { key.isDescending != isBefore ? "<" : ">" }
        let bound = "\(keys[0].expression) \(sign(keys[0]))= \(placeholders[0])"
        if Set(keys.map(\.isDescending)).count == 1 {
            let columns = keys.map(\.expression).joined(separator: ", ")
            let row = "(\(columns)) \(sign(keys[0])) (\(placeholders.joined(separator: ", ")))"
            return joins.isEmpty ? row : "(\(bound) AND \(row))"
        }
        let alternatives = keys.indices.map { index in
            let equal = (0..<index).map { "\(keys[$0].expression) = \(placeholders[$0])" }
            return (equal + ["\(keys[index].expression) \(sign(keys[index])) \(placeholders[index])"])
                .joined(separator: " AND ")
        }
        return "(\(bound) AND (" + alternatives.map { "(\($0))" }.joined(separator: " OR ") + "))"
    }
}
