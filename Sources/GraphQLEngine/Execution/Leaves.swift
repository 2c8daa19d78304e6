public import JSON

/// A column of leaves: a value for every object of a group, written when the response is.
@usableFromInline
final class Leaves {
    /// Writes the value of a row. Answers false when it was a null.
    let write: (_ row: Int, _ json: inout JSONWriter) -> Bool

    @usableFromInline
    init(write: @escaping (_ row: Int, _ json: inout JSONWriter) -> Bool) {
        self.write = write
    }

    convenience init<Value: OutputValue>(_ values: [Value]) {
        self.init { row, json in values[row].write(to: &json) }
    }
}
