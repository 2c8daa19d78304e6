/// Object identifiers of PostgreSQL's own types (`pg_type.oid`), which never change.
enum TypeIdentifier {
    static let unspecified: UInt32 = 0
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let char: UInt32 = 18
    static let name: UInt32 = 19
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let json: UInt32 = 114
    static let float4: UInt32 = 700
    static let float8: UInt32 = 701
    static let unknown: UInt32 = 705
    static let bpchar: UInt32 = 1042
    static let varchar: UInt32 = 1043
    static let date: UInt32 = 1082
    static let timestamptz: UInt32 = 1184
    static let numeric: UInt32 = 1700
    static let uuid: UInt32 = 2950
    static let jsonb: UInt32 = 3802

    static let boolArray: UInt32 = 1000
    static let nameArray: UInt32 = 1003
    static let int4Array: UInt32 = 1007
    static let textArray: UInt32 = 1009
    static let varcharArray: UInt32 = 1015
    static let int8Array: UInt32 = 1016
    static let dateArray: UInt32 = 1182
    static let timestamptzArray: UInt32 = 1185
    static let float8Array: UInt32 = 1022
    static let uuidArray: UInt32 = 2951
}

/// The types whose binary form is their text: PostgreSQL's own, and the enums that a database defines.
struct TextTypes: Sendable {
    private var enums: Set<UInt32> = []
    private var enumArrays: Set<UInt32> = []

    /// Enums have other identifiers in every database, so each connection reads them when it opens.
    static let sql =
        "SELECT oid::int8, typarray::int8 FROM pg_catalog.pg_type WHERE typtype = 'e' OR typname = 'citext'"

    init() {}

    /// From the answer to ``sql``.
    init(_ rows: ResultSet) {
        enums = Set(rows.map { UInt32(truncatingIfNeeded: $0.int64(0)) })
        enumArrays = Set(rows.map { UInt32(truncatingIfNeeded: $0.int64(1)) })
    }

    func contains(_ type: UInt32) -> Bool {
        switch type {
        case TypeIdentifier.text, TypeIdentifier.varchar, TypeIdentifier.bpchar, TypeIdentifier.name,
            TypeIdentifier.unknown, TypeIdentifier.char, TypeIdentifier.json:
            true
        default: enums.contains(type)
        }
    }

    func containsArray(_ type: UInt32) -> Bool {
        switch type {
        case TypeIdentifier.textArray, TypeIdentifier.varcharArray, TypeIdentifier.nameArray: true
        default: enumArrays.contains(type)
        }
    }
}
