/// What the schema knows of a place where a value stands: an argument, an input field, an item of a list.
struct InputPosition {
    /// Nil where the argument or field is not known.
    var type: InputType?
    /// The type of the value around this one.
    var parent: InputType?
    var hasDefault = false

    static let unknown = InputPosition()

    /// The place of an argument; nil for one that is not defined.
    static func argument(_ definition: InputValueDefinition?) -> InputPosition {
        guard let definition else { return unknown }
        return InputPosition(type: .declared(definition.type), hasDefault: definition.hasDefault)
    }

    /// The place of an item in a list value that stands here.
    func item(_ document: Document, _ schema: Schema) -> InputPosition {
        var list = type?.layer(document: document, schema: schema)
        if case .nonNull(let inner) = list { list = inner.layer(document: document, schema: schema) }
        guard case .list(let item) = list else { return InputPosition(parent: type) }
        return InputPosition(type: item, parent: type)
    }

    /// The place of a field in an object value that stands here.
    func field(_ name: Name, _ document: Document, _ schema: Schema) -> InputPosition {
        guard let object = inputObject(document, schema),
            let index = schema.types[Int(object.index)].inputFieldIndex(document.text(name))
        else { return InputPosition(parent: type) }
        var position = InputPosition.argument(schema.types[Int(object.index)].inputFields[index])
        position.parent = type
        return position
    }

    /// The input object that an object value here is of.
    func inputObject(_ document: Document, _ schema: Schema) -> TypeID? {
        guard let named = type?.namedType(document: document, schema: schema) else { return nil }
        return schema.types[Int(named.index)].kind == .inputObject ? named : nil
    }
}

extension InputValueDefinition {
    var hasDefault: Bool { defaultValueText != nil }
}
