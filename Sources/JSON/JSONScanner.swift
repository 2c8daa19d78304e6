/// One pass over a JSON text: the grammar of values, arrays and objects (RFC 8259, sections 2 to 5).
struct JSONScanner {
    let bytes: UnsafeRawBufferPointer
    let maximumDepth: Int
    let options: JSONReader.Options
    var position = 0
    private var depth = 0

    init(_ bytes: UnsafeRawBufferPointer, maximumDepth: Int, options: JSONReader.Options) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        self.options = options
    }

    mutating func scanText() throws(JSONError) -> JSONValue {
        let value = try scanValue()
        skipWhitespace()
        guard position == bytes.count else { throw failure(.trailingBytes) }
        return value
    }

    func failure(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: reason, byteOffset: position)
    }

    private mutating func scanValue() throws(JSONError) -> JSONValue {
        switch try nextSignificantByte() {
        case UInt8(ascii: "{"): return try scanObject()
        case UInt8(ascii: "["): return try scanArray()
        case UInt8(ascii: "\""): return .string(try scanString())
        case UInt8(ascii: "t"): return try scan("true", as: .bool(true))
        case UInt8(ascii: "f"): return try scan("false", as: .bool(false))
        case UInt8(ascii: "n"): return try scan("null", as: .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try scanNumber()
        default: throw failure(.unexpectedByte)
        }
    }

    private mutating func scanArray() throws(JSONError) -> JSONValue {
        try open()
        var items: [JSONValue] = []
        if try nextSignificantByte() != UInt8(ascii: "]") {
            repeat { items.append(try scanValue()) } while try continues(until: UInt8(ascii: "]"))
        } else {
            position += 1
        }
        depth -= 1
        return .array(items)
    }

    private mutating func scanObject() throws(JSONError) -> JSONValue {
        try open()
        var object = JSONObject()
        if try nextSignificantByte() != UInt8(ascii: "}") {
            repeat { try scanMember(into: &object) } while try continues(until: UInt8(ascii: "}"))
        } else {
            position += 1
        }
        depth -= 1
        return .object(object)
    }

    private mutating func scanMember(into object: inout JSONObject) throws(JSONError) {
        guard try nextSignificantByte() == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
        let start = position
        let key = try scanString()
        if options.contains(.rejectDuplicateKeys), object[key] != nil {
            throw JSONError(reason: .duplicateKey, byteOffset: start)
        }
        guard try nextSignificantByte() == UInt8(ascii: ":") else { throw failure(.unexpectedByte) }
        position += 1
        object[key] = try scanValue()
    }

    private mutating func open() throws(JSONError) {
        guard depth < maximumDepth else { throw failure(.tooDeep) }
        depth += 1
        position += 1
    }

    /// After an item: true past a comma, false past the closing byte.
    private mutating func continues(until closing: UInt8) throws(JSONError) -> Bool {
        let byte = try nextSignificantByte()
        guard byte == UInt8(ascii: ",") || byte == closing else { throw failure(.unexpectedByte) }
        position += 1
        return byte != closing
    }

    private mutating func scan(_ literal: StaticString, as value: JSONValue) throws(JSONError) -> JSONValue {
        for offset in 0..<literal.utf8CodeUnitCount {
            guard position < bytes.count else { throw failure(.unexpectedEnd) }
            guard bytes[position] == literal.utf8Start[offset] else { throw failure(.unexpectedByte) }
            position += 1
        }
        return value
    }

    private mutating func nextSignificantByte() throws(JSONError) -> UInt8 {
        skipWhitespace()
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        return bytes[position]
    }

    private mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }
}
