public import FoundationEssentials
public import Time

/// Arrays of one dimension. The plain accessors need elements without NULL, those with `Elements` allow it.
extension Row {
    public func texts(_ column: Int) -> [String] { present(textElements(column), column) }
    public func uuids(_ column: Int) -> [UUID] { present(uuidElements(column), column) }
    public func int32s(_ column: Int) -> [Int32] { present(int32Elements(column), column) }
    public func int64s(_ column: Int) -> [Int64] { present(int64Elements(column), column) }
    public func doubles(_ column: Int) -> [Double] { present(doubleElements(column), column) }
    public func bools(_ column: Int) -> [Bool] { present(boolElements(column), column) }
    public func timestamps(_ column: Int) -> [Timestamp] { present(timestampElements(column), column) }
    public func dates(_ column: Int) -> [CalendarDate] { present(dateElements(column), column) }

    /// Of `text[]`, `varchar[]` or an array of an enum.
    public func textElements(_ column: Int) -> [String?] {
        array(column, "an array of text", accepts: resultSet.textTypes.containsArray, BinaryDecoding.string)
    }

    public func uuidElements(_ column: Int) -> [UUID?] {
        array(column, "uuid[]", accepts: { $0 == TypeIdentifier.uuidArray }, BinaryDecoding.uuid)
    }

    public func int32Elements(_ column: Int) -> [Int32?] {
        array(column, "int4[]", accepts: { $0 == TypeIdentifier.int4Array }, BinaryDecoding.integer)
    }

    public func int64Elements(_ column: Int) -> [Int64?] {
        array(column, "int8[]", accepts: { $0 == TypeIdentifier.int8Array }, BinaryDecoding.integer)
    }

    public func doubleElements(_ column: Int) -> [Double?] {
        array(column, "float8[]", accepts: { $0 == TypeIdentifier.float8Array }, BinaryDecoding.double)
    }

    public func boolElements(_ column: Int) -> [Bool?] {
        array(column, "bool[]", accepts: { $0 == TypeIdentifier.boolArray }, BinaryDecoding.bool)
    }

    public func timestampElements(_ column: Int) -> [Timestamp?] {
        array(column, "timestamptz[]", accepts: { $0 == TypeIdentifier.timestamptzArray }, BinaryDecoding.timestamp)
    }

    public func dateElements(_ column: Int) -> [CalendarDate?] {
        array(column, "date[]", accepts: { $0 == TypeIdentifier.dateArray }, BinaryDecoding.date)
    }

    private func array<Element>(
        _ column: Int,
        _ expectedName: StaticString,
        accepts: (UInt32) -> Bool,
        _ read: (UnsafeRawBufferPointer) -> Element
    ) -> [Element?] {
        guard accepts(type(column)), let elements = BinaryDecoding.array(value(column), read)
        else { mismatch(column, expectedName) }
        return elements
    }

    private func present<Element>(_ elements: [Element?], _ column: Int) -> [Element] {
        elements.map { element in
            guard let element else { preconditionFailure("an element of \(describe(column)) is NULL") }
            return element
        }
    }
}
