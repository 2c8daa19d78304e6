public import JSON

/// A column of leaves: a value for every object of a group, written when the response is.
///
/// A class with a method, not a closure, so that the writer can call it for every value without retaining it.
@usableFromInline
class Leaves {
    @usableFromInline
    init() {}

    /// Writes the value of a row. Answers false when it was a null, which it is unless a subclass knows better.
    @usableFromInline
    func write(_ row: Int, to json: inout JSONWriter) -> Bool {
        json.writeNull()
        return false
    }
}

/// Values that are at hand.
final class ValueLeaves<Value: OutputValue>: Leaves {
    private let values: [Value]

    init(_ values: [Value]) {
        self.values = values
    }

    override func write(_ row: Int, to json: inout JSONWriter) -> Bool {
        values[row].write(to: &json)
    }
}

/// Values that are read off the rows while they are written.
///
/// Inlinable, so that reading and writing are specialised for the row where they are bound: this is the hot path.
@usableFromInline
final class PropertyLeaves<Row: ObjectRow, Value: OutputValue>: Leaves {
    @usableFromInline
    let rows: [Row]
    @usableFromInline
    let read: @Sendable (Row) -> Value

    @inlinable
    init(_ rows: [Row], _ read: @escaping @Sendable (Row) -> Value) {
        self.rows = rows
        self.read = read
        super.init()
    }

    @inlinable
    override func write(_ row: Int, to json: inout JSONWriter) -> Bool {
        read(rows[row]).write(to: &json)
    }
}
