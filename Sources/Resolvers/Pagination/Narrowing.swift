/// The objects whose rows a list has, such as employees, where neither the server nor PostgreSQL knows beforehand how
/// many they are.
///
/// Of few, the page is made of the first rows of each, by the index of what belongs to them; of many, the list is read
/// in its order until the page is full. Which it is the statement finds out by itself.
struct Narrowing {
    /// More than these are many.
    static let maximumFewCount = 1_000

    /// Holds the object's id in the list's rows.
    let column: String
    /// A subquery that gives each id once.
    let ids: String

    /// The narrowing as a condition like others.
    let condition: String
    private let lookUp: String

    init(column: String, ids: String) {
        self.column = column
        self.ids = ids
        condition = "\(column) IN (\(ids))"
        // PostgreSQL gathers the ids once then: a join would ask for the object of every row.
        lookUp = "(\(condition)) IS TRUE"
    }

    /// The list's own rows of which a condition holds, where the list's order is not that of their index.
    init(column: String, ids: String, condition: String) {
        self.column = column
        self.ids = ids
        self.condition = condition
        lookUp = condition
    }

    /// What stands before a statement that has ``fewRows(_:)`` and ``manyCondition`` in it.
    var prelude: String {
        "WITH few AS MATERIALIZED (SELECT found.id FROM (\(ids)) AS found (id) LIMIT \(Self.maximumFewCount + 1)) "
    }

    /// The first rows of each; none where they are many.
    ///
    /// - Parameter select: a list's rows with one more condition, in their order and limited to the page.
    func fewRows(_ select: (_ condition: String) -> String) -> String {
        "SELECT page.* FROM few CROSS JOIN LATERAL (\(select("\(column) = few.id"))) AS page WHERE \(few)"
    }

    /// Holds for the rows of many.
    var manyCondition: String { "\(lookUp) AND NOT \(few)" }

    private var few: String { "(SELECT count(*) FROM few) <= \(Self.maximumFewCount)" }
}
