/// Where in their documents the parts of definitions stand that errors point at.
extension Schema {
    func place(ofType place: DefinitionPlace) -> SourcePlace {
        SourcePlace(document: place.document, offset: source(place).document.types[Int(place.node)].offset)
    }

    /// The definition and the extensions of a type.
    func places(of type: NamedType) -> [SourcePlace?] {
        type.nodes.map { place(ofType: $0) }
    }

    func place(of directive: DirectiveDefinition) -> SourcePlace? {
        directive.nodes.first.map { place in
            SourcePlace(
                document: place.document,
                offset: source(place).document.directiveDefinitions[Int(place.node)].offset
            )
        }
    }

    func place(of field: FieldDefinition) -> SourcePlace? {
        field.place.map { SourcePlace(document: $0.document, offset: source($0).document.fields[Int($0.node)].offset) }
    }

    func typePlace(of field: FieldDefinition) -> SourcePlace? {
        field.place.map { place in
            let document = source(place).document
            let type = document.fields[Int(place.node)].type
            return SourcePlace(document: place.document, offset: document.typeReferences[Int(type)].offset)
        }
    }

    func place(of value: InputValueDefinition) -> SourcePlace? {
        value.place.map {
            SourcePlace(document: $0.document, offset: source($0).document.inputValues[Int($0.node)].offset)
        }
    }

    func typePlace(of value: InputValueDefinition) -> SourcePlace? {
        value.place.map { place in
            let document = source(place).document
            let type = document.inputValues[Int(place.node)].type
            return SourcePlace(document: place.document, offset: document.typeReferences[Int(type)].offset)
        }
    }

    func defaultValuePlace(of value: InputValueDefinition) -> SourcePlace? {
        guard let place = value.place, let literal = defaultLiteral(value) else { return nil }
        let offset = literal.source.document.values[Int(literal.value)].offset
        return SourcePlace(document: place.document, offset: offset)
    }

    func place(of value: EnumValue) -> SourcePlace {
        let node = source(value.place).document.enumValues[Int(value.place.node)]
        return SourcePlace(document: value.place.document, offset: node.offset)
    }

    /// Where `@deprecated` stands on an argument or an input field.
    func deprecatedPlace(of value: InputValueDefinition) -> SourcePlace? {
        value.place.flatMap { deprecatedPlace(source($0).document.inputValues[Int($0.node)].directives, $0) }
    }

    func deprecatedPlace(of field: FieldDefinition) -> SourcePlace? {
        field.place.flatMap { deprecatedPlace(source($0).document.fields[Int($0.node)].directives, $0) }
    }

    private func deprecatedPlace(_ directives: NodeRange, _ place: DefinitionPlace) -> SourcePlace? {
        let source = sources[Int(place.document)]
        return SpecifiedDirectives(source: source).directive("deprecated", directives)
            .map { SourcePlace(document: place.document, offset: $0.offset) }
    }

    /// Every place where a type names another as an interface or as a member.
    func places(of type: NamedType, naming other: String) -> [SourcePlace?] {
        type.nodes.flatMap { place in
            let document = source(place).document
            let node = document.types[Int(place.node)]
            let names = document.names[node.interfaces.indices] + document.names[node.members.indices]
            return names.filter { document.text($0) == other }
                .map { SourcePlace(document: place.document, offset: $0.offset) }
        }
    }

    /// Where the schema definition, or the first extension that does, names the root type of an operation.
    func rootPlace(_ kind: OperationKind) -> SourcePlace? {
        for place in [definition].compactMap({ $0 }) + extensions {
            let document = source(place).document
            let operations = document.operationTypes[document.schemas[Int(place.node)].operationTypes.indices]
            guard let operation = operations.first(where: { $0.operation == kind }) else { continue }
            return SourcePlace(document: place.document, offset: operation.type.offset)
        }
        return nil
    }

    private func source(_ place: DefinitionPlace) -> SchemaSource {
        sources[Int(place.document)]
    }
}
