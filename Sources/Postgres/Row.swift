internal import Clibpq
public import FoundationEssentials
public import Time

/// One row of a ``ResultSet``: a view, which keeps the result alive.
///
/// Columns are named by position, from 0. Asking for another type than the column has, or for a value where there is
/// NULL, is an error of the program and stops it with a message that names statement and column.
public struct Row: Sendable {
    public let resultSet: ResultSet
    let index: CInt

    public func isNull(_ column: Int) -> Bool {
        checkPosition(column)
        return PQgetisnull(resultSet.result, index, CInt(column)) != 0
    }

    public func bool(_ column: Int) -> Bool {
        BinaryDecoding.bool(field(column, TypeIdentifier.bool, "bool"))
    }

    public func int16(_ column: Int) -> Int16 {
        BinaryDecoding.integer(field(column, TypeIdentifier.int2, "int2"))
    }

    public func int32(_ column: Int) -> Int32 {
        BinaryDecoding.integer(field(column, TypeIdentifier.int4, "int4"))
    }

    public func int64(_ column: Int) -> Int64 {
        BinaryDecoding.integer(field(column, TypeIdentifier.int8, "int8"))
    }

    /// From `int2`, `int4` or `int8`.
    public func int(_ column: Int) -> Int {
        switch type(column) {
        case TypeIdentifier.int2: Int(int16(column))
        case TypeIdentifier.int4: Int(int32(column))
        default: Int(int64(column))
        }
    }

    /// From `float4`, `float8` or `numeric`; of a `numeric` the nearest number.
    public func double(_ column: Int) -> Double {
        switch type(column) {
        case TypeIdentifier.float4:
            Double(Float(bitPattern: BinaryDecoding.integer(value(column))))
        case TypeIdentifier.numeric: Double(decimal(column)) ?? .nan
        default: BinaryDecoding.double(field(column, TypeIdentifier.float8, "float8"))
        }
    }

    /// The exact text of a `numeric`, with as many decimals as it has.
    public func decimal(_ column: Int) -> String {
        BinaryDecoding.decimal(field(column, TypeIdentifier.numeric, "numeric"))
    }

    public func uuid(_ column: Int) -> UUID {
        BinaryDecoding.uuid(field(column, TypeIdentifier.uuid, "uuid"))
    }

    /// From `timestamptz`; `infinity` is the greatest value.
    public func timestamp(_ column: Int) -> Timestamp {
        BinaryDecoding.timestamp(field(column, TypeIdentifier.timestamptz, "timestamptz"))
    }

    public func date(_ column: Int) -> CalendarDate {
        BinaryDecoding.date(field(column, TypeIdentifier.date, "date"))
    }

    /// From `text`, `varchar`, `char`, `name`, `json` or an enum.
    public func string(_ column: Int) -> String {
        BinaryDecoding.string(utf8(column))
    }

    /// The bytes of a text column (see ``string(_:)``), valid while the result set lives.
    public func utf8(_ column: Int) -> UnsafeRawBufferPointer {
        let type = type(column)
        guard resultSet.textTypes.contains(type) else { mismatch(column, "text or an enum") }
        return value(column)
    }

    public func bytes(_ column: Int) -> [UInt8] {
        Array(field(column, TypeIdentifier.bytea, "bytea"))
    }

    /// The bytes of a `bytea`, valid while the result set lives.
    public func rawBytes(_ column: Int) -> UnsafeRawBufferPointer {
        field(column, TypeIdentifier.bytea, "bytea")
    }

    /// The text of a `json` or `jsonb`, valid while the result set lives.
    public func json(_ column: Int) -> UnsafeRawBufferPointer {
        if type(column) == TypeIdentifier.json { return value(column) }
        let bytes = field(column, TypeIdentifier.jsonb, "jsonb")
        precondition(bytes.first == 1, "PostgreSQL sent jsonb in a version other than 1")
        return UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    }
}

extension Row {
    func type(_ column: Int) -> UInt32 {
        checkPosition(column)
        return PQftype(resultSet.result, CInt(truncatingIfNeeded: column))
    }

    /// The bytes of a column that must have the given type.
    func field(_ column: Int, _ expected: UInt32, _ expectedName: StaticString) -> UnsafeRawBufferPointer {
        guard type(column) == expected else { mismatch(column, expectedName) }
        return value(column)
    }

    /// The bytes of a column whose position is checked, and which must not be NULL.
    func value(_ column: Int) -> UnsafeRawBufferPointer {
        let column = CInt(truncatingIfNeeded: column)
        let start = PQgetvalue(resultSet.result, index, column)
        let length = Int(PQgetlength(resultSet.result, index, column))
        if length == 0, PQgetisnull(resultSet.result, index, column) != 0 {
            preconditionFailure("\(describe(Int(column))) is NULL: read it with an optional accessor")
        }
        return UnsafeRawBufferPointer(start: start, count: length)
    }

    func mismatch(_ column: Int, _ expectedName: StaticString) -> Never {
        preconditionFailure("\(describe(column)) has type \(type(column)), not \(expectedName)")
    }

    private func checkPosition(_ column: Int) {
        let count = resultSet.columnCount
        precondition(
            column >= 0 && column < count,
            "column \(column) asked of \(count) in the result of \"\(resultSet.name)\""
        )
    }

    func describe(_ column: Int) -> String {
        let name = PQfname(resultSet.result, CInt(column)).map { String(cString: $0) } ?? "?"
        return "column \(column) (\(name)) of \"\(resultSet.name)\""
    }
}
