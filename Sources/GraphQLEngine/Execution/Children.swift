/// The results of one composite field for all parents of a level: an entry per parent, and the objects
/// grouped by their type.
public struct Children {
    /// What stands at one position of the response.
    public enum Entry {
        case null
        /// A row of ``columns``.
        case object(column: Int32, row: Int32)
        /// A slice of the entries.
        case list(start: Int32, count: Int32)
        /// Index into ``errors``.
        case failure(Int32)
    }

    /// First one entry per parent, in their order, then the items of lists.
    public internal(set) var entries: [Entry]
    /// The rows of each object type that occurs.
    public internal(set) var columns: [AnyRows] = []
    /// What took the place of objects: entries refer to it.
    public internal(set) var errors: [GraphQLError] = []

    init(parentCount: Int) {
        entries = Array(repeating: .null, count: parentCount)
    }

    /// Results of the parents in their order.
    init<Value: ObjectValue>(_ values: [Value]) {
        self.init(parentCount: values.count)
        Value.store(values, in: &self, at: 0)
    }

    /// Makes room for the items of a list. Answers the first item's entry.
    mutating func reserve(_ count: Int) -> Int {
        let start = entries.count
        entries.append(contentsOf: repeatElement(.null, count: count))
        return start
    }

    /// Adds rows for entries one after another.
    mutating func append<Row: ObjectRow>(_ rows: [Row], at start: Int) {
        let index = columnIndex(of: Row.self)
        let column = unsafeDowncast(columns[index], to: Rows<Row>.self)
        let first = column.rows.count
        for offset in rows.indices {
            entries[start + offset] = .object(column: Int32(index), row: Int32(first + offset))
        }
        if first == 0 { column.rows = rows } else { column.rows.append(contentsOf: rows) }
    }

    mutating func fail(_ error: GraphQLError, at entry: Int) {
        entries[entry] = .failure(Int32(errors.count))
        errors.append(error)
    }

    private mutating func columnIndex<Row: ObjectRow>(of type: Row.Type) -> Int {
        if let index = columns.firstIndex(where: { $0.rowType == ObjectIdentifier(type) }) { return index }
        columns.append(Rows<Row>([]))
        return columns.count - 1
    }
}

/// Rows of one object type, whichever it is: the parents of a selection's fields.
public class AnyRows {
    let typeName: String
    let rowType: ObjectIdentifier
    var count: Int { 0 }

    init(typeName: String, rowType: ObjectIdentifier) {
        self.typeName = typeName
        self.rowType = rowType
    }

    /// Some of the rows, in the order of `positions`.
    func selecting(_ positions: [Int]) -> AnyRows { self }
}

/// Rows of one known type. A resolver gets the array whole: the type is checked once per field and level.
@usableFromInline
final class Rows<Row: ObjectRow>: AnyRows {
    @usableFromInline
    var rows: [Row]
    override var count: Int { rows.count }

    init(_ rows: [Row]) {
        self.rows = rows
        super.init(typeName: Row.typeName, rowType: ObjectIdentifier(Row.self))
    }

    override func selecting(_ positions: [Int]) -> AnyRows { Rows(positions.map { rows[$0] }) }
}
