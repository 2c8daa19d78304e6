/// Which defaults of input fields a literal takes in: those of the fields that its input objects leave out.
struct DefaultValueReferences {
    let schema: Schema

    /// An input field by its type and its position in it.
    struct Field: Hashable {
        let type: TypeID
        let index: Int
    }

    /// The fields in the order in which they are met, of those that have an input object as their own type.
    func fields(of value: Int32, in source: SchemaSource, as type: TypeReference) -> [Field] {
        let named = schema.namedType(of: type)
        guard schema[named].kind == .inputObject else { return [] }
        var fields: [Field] = []
        collect(value, source, named, &fields)
        return fields
    }

    /// The same for an object without fields.
    func fieldsOfEmptyObject(of type: TypeID) -> [Field] {
        schema[type].inputFields.indices.compactMap { index in
            hasObjectDefault(schema[type].inputFields[index]) ? Field(type: type, index: index) : nil
        }
    }

    private func collect(_ value: Int32, _ source: SchemaSource, _ type: TypeID, _ fields: inout [Field]) {
        switch source.document.values[Int(value)].kind {
        case .list(let items):
            for item in items.indices { collect(Int32(item), source, type, &fields) }
        case .object(let range):
            let given = Dictionary(
                source.document.objectFields[range.indices].map { (source.document.text($0.name), $0.value) },
                uniquingKeysWith: { _, last in last }
            )
            for (index, field) in schema[type].inputFields.enumerated() {
                let named = schema.namedType(of: field.type)
                guard schema[named].kind == .inputObject else { continue }
                if let value = given[field.name] {
                    collect(value, source, named, &fields)
                } else if field.defaultValueText != nil {
                    fields.append(Field(type: type, index: index))
                }
            }
        case .variable, .int, .float, .string, .boolean, .null, .enumeration: break
        }
    }

    /// Whether there is a default, and an input object as the type.
    func hasObjectDefault(_ field: InputValueDefinition) -> Bool {
        field.defaultValueText != nil && schema[schema.namedType(of: field.type)].kind == .inputObject
    }
}

extension Schema {
    /// The literal of a default: its document, and its index in ``Document/values``.
    func defaultLiteral(_ definition: InputValueDefinition) -> (source: SchemaSource, value: Int32)? {
        guard let place = definition.place else { return nil }
        let source = sources[Int(place.document)]
        return source.document.inputValues[Int(place.node)].defaultValue.map { (source, $0) }
    }
}
