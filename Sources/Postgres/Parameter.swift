public import FoundationEssentials
public import Time

/// A value for a `$n` of a statement.
///
/// All but `text` and `null` go in binary form with their type stated, arrays too. `text` goes as text with its type
/// left open: PostgreSQL infers it, so that it also fits enums, `jsonb` or `inet`.
public enum Parameter: Sendable, Equatable {
    /// NULL of the type that PostgreSQL infers.
    case null
    /// NULL of a stated type; ``optional(_:)-(UUID?)`` and its siblings make it.
    case typedNull(PostgresType)
    case bool(Bool)
    case int16(Int16)
    case int32(Int32)
    case int64(Int64)
    case double(Double)
    case text(String)
    case uuid(UUID)
    case timestamp(Timestamp)
    case date(CalendarDate)
    case bytes([UInt8])
    case uuids([UUID?])
    case texts([String?])
    case int32s([Int32?])
    case int64s([Int64?])
    case doubles([Double?])
    case bools([Bool?])
    case timestamps([Timestamp?])
    case dates([CalendarDate?])
}

/// The types that a NULL parameter can state.
public enum PostgresType: Sendable, Equatable {
    case bool, int16, int32, int64, double, uuid, timestamp, date, bytes, uuids, texts
}

extension Parameter {
    public static func optional(_ value: Bool?) -> Parameter { value.map { .bool($0) } ?? .typedNull(.bool) }
    public static func optional(_ value: Int16?) -> Parameter { value.map { .int16($0) } ?? .typedNull(.int16) }
    public static func optional(_ value: Int32?) -> Parameter { value.map { .int32($0) } ?? .typedNull(.int32) }
    public static func optional(_ value: Int64?) -> Parameter { value.map { .int64($0) } ?? .typedNull(.int64) }
    public static func optional(_ value: Double?) -> Parameter { value.map { .double($0) } ?? .typedNull(.double) }
    /// NULL without a type when nil, as the type of `text` is inferred as well.
    public static func optional(_ value: String?) -> Parameter { value.map { .text($0) } ?? .null }
    public static func optional(_ value: UUID?) -> Parameter { value.map { .uuid($0) } ?? .typedNull(.uuid) }
    public static func optional(_ value: Timestamp?) -> Parameter {
        value.map { .timestamp($0) } ?? .typedNull(.timestamp)
    }
    public static func optional(_ value: CalendarDate?) -> Parameter { value.map { .date($0) } ?? .typedNull(.date) }
    public static func optional(_ value: [UInt8]?) -> Parameter { value.map { .bytes($0) } ?? .typedNull(.bytes) }
    public static func optional(_ value: [UUID]?) -> Parameter { value.map { .uuids($0) } ?? .typedNull(.uuids) }
    public static func optional(_ value: [String]?) -> Parameter { value.map { .texts($0) } ?? .typedNull(.texts) }
}

extension PostgresType {
    var identifier: UInt32 {
        switch self {
        case .bool: TypeIdentifier.bool
        case .int16: TypeIdentifier.int2
        case .int32: TypeIdentifier.int4
        case .int64: TypeIdentifier.int8
        case .double: TypeIdentifier.float8
        case .uuid: TypeIdentifier.uuid
        case .timestamp: TypeIdentifier.timestamptz
        case .date: TypeIdentifier.date
        case .bytes: TypeIdentifier.bytea
        case .uuids: TypeIdentifier.uuidArray
        case .texts: TypeIdentifier.textArray
        }
    }
}
