internal import FoundationEssentials
internal import Time

/// The parameters of one execution in the form libpq sends, written once in the caller's task.
struct EncodedParameters: Sendable {
    /// Where a value stands in `storage`; an offset of −1 means NULL.
    private struct Field {
        var offset: Int32
        var length: Int32
        var format: Int32
    }

    /// The type of each parameter; 0 leaves it to PostgreSQL.
    private(set) var types: [UInt32] = []
    private var fields: [Field] = []
    private var storage: [UInt8] = []

    static let none = EncodedParameters()

    private init() {}

    /// Encodes the leading parameter, when there is one, and then the others.
    init(leading: Parameter? = nil, _ parameters: [Parameter]) throws(DatabaseError) {
        let count = parameters.count + (leading == nil ? 0 : 1)
        guard count <= Int(UInt16.max) else { throw .invalidParameter("more than 65535 parameters") }
        types.reserveCapacity(count)
        fields.reserveCapacity(count)
        storage.reserveCapacity(count * 24)
        if let leading { try append(leading) }
        for parameter in parameters { try append(parameter) }
    }

    /// Values, lengths and formats as `PQsendQueryPrepared` takes them, valid inside the closure.
    func withPointers<Value>(
        _ body: (
            _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<CInt>?,
            _ formats: UnsafePointer<CInt>?
        ) -> Value
    ) -> Value {
        let count = fields.count
        guard count > 0 else { return body(nil, nil, nil) }
        return storage.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { values in
                withUnsafeTemporaryAllocation(of: CInt.self, capacity: 2 * count) { numbers in
                    // An empty value needs a pointer that is not NULL.
                    let base = bytes.baseAddress ?? UnsafeRawPointer(numbers.baseAddress!)
                    for (index, field) in fields.enumerated() {
                        let value = field.offset < 0 ? nil : base + Int(field.offset)
                        values.initializeElement(at: index, to: value?.assumingMemoryBound(to: CChar.self))
                        numbers.initializeElement(at: index, to: field.length)
                        numbers.initializeElement(at: count + index, to: field.format)
                    }
                    return body(values.baseAddress, numbers.baseAddress, numbers.baseAddress.map { $0 + count })
                }
            }
        }
    }

    private mutating func append(_ parameter: Parameter) throws(DatabaseError) {
        switch parameter {
        case .null: appendNull(TypeIdentifier.unspecified)
        case .typedNull(let type): appendNull(type.identifier)
        case .text(let value): try appendText(value)
        case .bool(let value): appendBinary(TypeIdentifier.bool) { BinaryEncoding.append(value, to: &$0) }
        case .int16(let value): appendBinary(TypeIdentifier.int2) { BinaryEncoding.append(value, to: &$0) }
        case .int32(let value): appendBinary(TypeIdentifier.int4) { BinaryEncoding.append(value, to: &$0) }
        case .int64(let value): appendBinary(TypeIdentifier.int8) { BinaryEncoding.append(value, to: &$0) }
        case .double(let value): appendBinary(TypeIdentifier.float8) { BinaryEncoding.append(value, to: &$0) }
        case .uuid(let value): appendBinary(TypeIdentifier.uuid) { BinaryEncoding.append(value, to: &$0) }
        case .timestamp(let value): appendBinary(TypeIdentifier.timestamptz) { BinaryEncoding.append(value, to: &$0) }
        case .date(let value): appendBinary(TypeIdentifier.date) { BinaryEncoding.append(value, to: &$0) }
        case .bytes(let value): appendBinary(TypeIdentifier.bytea) { $0.append(contentsOf: value) }
        default: try appendArray(parameter)
        }
    }

    private mutating func appendArray(_ parameter: Parameter) throws(DatabaseError) {
        switch parameter {
        case .uuids(let values):
            appendArray(values, TypeIdentifier.uuidArray, of: TypeIdentifier.uuid, BinaryEncoding.append)
        case .int32s(let values):
            appendArray(values, TypeIdentifier.int4Array, of: TypeIdentifier.int4, BinaryEncoding.append)
        case .int64s(let values):
            appendArray(values, TypeIdentifier.int8Array, of: TypeIdentifier.int8, BinaryEncoding.append)
        case .doubles(let values):
            appendArray(values, TypeIdentifier.float8Array, of: TypeIdentifier.float8, BinaryEncoding.append)
        case .bools(let values):
            appendArray(values, TypeIdentifier.boolArray, of: TypeIdentifier.bool, BinaryEncoding.append)
        case .timestamps(let values):
            appendArray(values, TypeIdentifier.timestamptzArray, of: TypeIdentifier.timestamptz, BinaryEncoding.append)
        case .dates(let values):
            appendArray(values, TypeIdentifier.dateArray, of: TypeIdentifier.date, BinaryEncoding.append)
        case .texts(let values):
            for case let value? in values { try Self.refuseNUL(value) }
            appendArray(values, TypeIdentifier.textArray, of: TypeIdentifier.text) { $1.append(contentsOf: $0.utf8) }
        default: preconditionFailure("\(parameter) is not an array")
        }
    }

    private mutating func appendNull(_ type: UInt32) {
        types.append(type)
        fields.append(Field(offset: -1, length: 0, format: 1))
    }

    /// Text form ends with a NUL byte, so PostgreSQL would cut the value at one inside it.
    private mutating func appendText(_ value: String) throws(DatabaseError) {
        try Self.refuseNUL(value)
        types.append(TypeIdentifier.unspecified)
        fields.append(Field(offset: Int32(storage.count), length: Int32(value.utf8.count), format: 0))
        storage.append(contentsOf: value.utf8)
        storage.append(0)
    }

    private static func refuseNUL(_ value: String) throws(DatabaseError) {
        if value.utf8.contains(0) { throw .invalidParameter("text contains a NUL character") }
    }

    private mutating func appendBinary(_ type: UInt32, _ write: (inout [UInt8]) -> Void) {
        let offset = storage.count
        write(&storage)
        types.append(type)
        fields.append(Field(offset: Int32(offset), length: Int32(storage.count - offset), format: 1))
    }

    private mutating func appendArray<Element>(
        _ elements: [Element?],
        _ type: UInt32,
        of elementType: UInt32,
        _ write: (Element, inout [UInt8]) -> Void
    ) {
        appendBinary(type) { output in
            BinaryEncoding.appendArray(elements, of: elementType, to: &output, write)
        }
    }
}
