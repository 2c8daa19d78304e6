/// A Swift type whose values are results of composite fields: a row, an optional, a list, or an abstract value.
public protocol ObjectValue: Sendable {
    /// Whether values may stand for a field of this type.
    static func fits(_ type: TypeReference, in schema: Schema) -> Bool

    /// Puts the value into the results of a field, at an entry that was reserved for it.
    func store(in children: inout Children, at entry: Int)

    /// Puts values into the results, at entries one after another.
    static func store(_ values: [Self], in children: inout Children, at start: Int)
}

extension ObjectValue {
    public static func store(_ values: [Self], in children: inout Children, at start: Int) {
        for index in values.indices { values[index].store(in: &children, at: start + index) }
    }
}

/// The source of objects of one object type: what their fields' resolvers get.
public protocol ObjectRow: ObjectValue {
    /// Name of the object type.
    static var typeName: String { get }
}

extension ObjectRow {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        guard case .named(let named) = schema[schema.nullable(type)] else { return false }
        return schema[named].name == typeName
    }

    public func store(in children: inout Children, at entry: Int) {
        children.append([self], at: entry)
    }

    public static func store(_ values: [Self], in children: inout Children, at start: Int) {
        children.append(values, at: start)
    }
}

/// A closed set of rows that stand for an interface or a union: an enum with a case per object type.
///
/// `store` hands over to the case's row.
public protocol AbstractRow: ObjectValue {
    /// Names of the object types that values may have.
    static var possibleTypeNames: [String] { get }
}

extension AbstractRow {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        guard case .named(let named) = schema[schema.nullable(type)], schema[named].kind.isAbstract else {
            return false
        }
        let possible = Set(schema[named].possibleTypes.map { schema[$0].name })
        return possibleTypeNames.allSatisfy(possible.contains)
    }
}

extension Optional: ObjectValue where Wrapped: ObjectValue {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        !schema.isNonNull(type) && Wrapped.fits(type, in: schema)
    }

    public func store(in children: inout Children, at entry: Int) {
        self?.store(in: &children, at: entry)
    }
}

extension Array: ObjectValue where Element: ObjectValue {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        guard case .list(let item) = schema[schema.nullable(type)] else { return false }
        return Element.fits(item, in: schema)
    }

    public func store(in children: inout Children, at entry: Int) {
        let start = children.reserve(count)
        children.entries[entry] = .list(start: Int32(start), count: Int32(count))
        Element.store(self, in: &children, at: start)
    }
}

/// An object, or the error that took its place.
extension Result: ObjectValue where Success: ObjectValue, Failure == GraphQLError {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        Success.fits(type, in: schema)
    }

    public func store(in children: inout Children, at entry: Int) {
        switch self {
        case .success(let value): value.store(in: &children, at: entry)
        case .failure(let error): children.fail(error, at: entry)
        }
    }
}
