import JSON

/// Makes entries and rows of what a field of a composite type resolved to.
///
/// Source: GraphQL specification, section 6.4.3 "Value Completion".
struct SourceCompletion {
    let schema: Schema
    let field: PlannedField
    private(set) var children: Children
    private var columns: [TypeID: Int] = [:]

    init(schema: Schema, field: PlannedField, parentCount: Int) {
        self.schema = schema
        self.field = field
        children = Children(parentCount: parentCount)
    }

    /// - Parameter entry: reserved for the value.
    mutating func complete(_ value: ResolvedValue, _ type: TypeReference, at entry: Int) {
        if case .failure(let error) = value { return children.fail(error, at: entry) }
        if value.isNull { return }
        switch schema[schema.nullable(type)] {
        case .list(let item): completeList(value, item, at: entry)
        case .named(let named): completeObject(value.json, named, at: entry)
        case .nonNull: break
        }
    }

    private mutating func completeList(_ value: ResolvedValue, _ item: TypeReference, at entry: Int) {
        guard let items = value.items else {
            return children.fail(.expectedList(field, schema), at: entry)
        }
        let start = children.reserve(items.count)
        children.entries[entry] = .list(start: Int32(start), count: Int32(items.count))
        for (index, element) in items.enumerated() { complete(element, item, at: start + index) }
    }

    private mutating func completeObject(_ source: JSONValue, _ type: TypeID, at entry: Int) {
        guard schema[type].kind.isAbstract else { return append(source, of: type, at: entry) }
        switch runtimeType(of: source, type) {
        case .success(let object): append(source, of: object, at: entry)
        case .failure(let error): children.fail(error, at: entry)
        }
    }

    private mutating func append(_ source: JSONValue, of type: TypeID, at entry: Int) {
        let column = columns[type] ?? addColumn(of: type)
        let row = unsafeDowncast(children.columns[column], to: SourceRows.self).append(source)
        children.entries[entry] = .object(column: Int32(column), row: Int32(row))
    }

    private mutating func addColumn(of type: TypeID) -> Int {
        children.columns.append(SourceRows(typeName: schema[type].name))
        columns[type] = children.columns.count - 1
        return children.columns.count - 1
    }

    /// The object type that the member `__typename` of a source names (section 6.4.3, `ResolveAbstractType`).
    private func runtimeType(of source: JSONValue, _ abstract: TypeID) -> Result<TypeID, GraphQLError> {
        let name = schema[abstract].name
        guard let typeName = source["__typename"]?.stringValue else {
            let place = "\(schema[field.parent].name).\(field.name)"
            return .failure(
                GraphQLError(
                    "Abstract type \"\(name)\" must resolve to an Object type at runtime for field \"\(place)\"."
                        + " Either the \"\(name)\" type should provide a \"resolveType\" function"
                        + " or each possible type should provide an \"isTypeOf\" function."
                )
            )
        }
        guard let type = schema.type(named: typeName) else {
            let reason = "was resolved to a type \"\(typeName)\" that does not exist inside the schema."
            return .failure(GraphQLError("Abstract type \"\(name)\" \(reason)"))
        }
        guard schema[type].kind == .object else {
            let reason = "was resolved to a non-object type \"\(typeName)\"."
            return .failure(GraphQLError("Abstract type \"\(name)\" \(reason)"))
        }
        guard schema[abstract].possibleTypes.contains(type) else {
            let message = "Runtime Object type \"\(typeName)\" is not a possible type for \"\(name)\"."
            return .failure(GraphQLError(message))
        }
        return .success(type)
    }
}

extension GraphQLError {
    /// The value of a field with a list type is no list.
    static func expectedList(_ field: PlannedField, _ schema: Schema) -> GraphQLError {
        let place = "\(schema[field.parent].name).\(field.name)"
        return GraphQLError("Expected Iterable, but did not find one for field \"\(place)\".")
    }
}
