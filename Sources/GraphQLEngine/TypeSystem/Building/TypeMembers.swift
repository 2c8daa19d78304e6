/// What the definition and the extensions of one type add up to.
struct TypeMembers {
    var specifiedByURL: String?
    var interfaces: [TypeID] = []
    var unionMembers: [TypeID] = []
    var fields: [FieldDefinition] = []
    var enumValues: [EnumValue] = []
    var inputFields: [InputValueDefinition] = []

    /// Of two members of one name the later one counts, in the place of the earlier.
    mutating func replaceRepeated() {
        fields.replaceRepeated(\.name)
        enumValues.replaceRepeated(\.name)
        inputFields.replaceRepeated(\.name)
    }

    mutating func sort(_ typeName: (TypeID) -> String) {
        interfaces.sort { NaturalOrder.precedes(typeName($0), typeName($1)) }
        unionMembers.sort { NaturalOrder.precedes(typeName($0), typeName($1)) }
        fields.sort { NaturalOrder.precedes($0.name, $1.name) }
        enumValues.sort { NaturalOrder.precedes($0.name, $1.name) }
        inputFields.sort { NaturalOrder.precedes($0.name, $1.name) }
    }
}

extension SchemaAssembler {
    /// Adds what one node has.
    mutating func add(_ place: DefinitionPlace, to members: inout TypeMembers) throws(GraphQLError) {
        let source = sources[Int(place.document)]
        let node = source.document.types[Int(place.node)]
        if node.kind == .scalar {
            let url = try directives(in: place).specifiedByURL(node.directives)
            members.specifiedByURL = url ?? members.specifiedByURL
        }
        for name in source.document.names[node.interfaces.indices] {
            members.interfaces.append(try order.type(name, in: place.document))
        }
        for name in source.document.names[node.members.indices] {
            members.unionMembers.append(try order.type(name, in: place.document))
        }
        for index in node.fields.indices { members.fields.append(try field(index, place.document)) }
        for index in node.enumValues.indices { members.enumValues.append(try enumValue(index, place.document)) }
        members.inputFields += try inputValues(node.inputFields, place.document)
    }

    mutating func directiveDefinition(_ draft: DirectiveDraft) throws(GraphQLError) -> DirectiveDefinition {
        let place = draft.nodes[0]
        let source = sources[Int(place.document)]
        let node = source.document.directiveDefinitions[Int(place.node)]
        var deprecationReason: String?
        for place in draft.nodes where deprecationReason == nil {
            let node = sources[Int(place.document)].document.directiveDefinitions[Int(place.node)]
            deprecationReason = try directives(in: place).deprecationReason(node.directives)
        }
        let arguments = try arguments(node.arguments, place.document)
        return DirectiveDefinition(
            name: draft.name,
            description: text(node.description, place.document),
            arguments: arguments,
            isRepeatable: node.isRepeatable,
            isBuiltIn: place.document == 0,
            locations: sorted(source.document.names[node.locations.indices].map(source.document.text), by: \.self),
            deprecationReason: deprecationReason,
            nodes: draft.nodes
        )
    }

    private mutating func field(_ index: Int, _ document: Int32) throws(GraphQLError) -> FieldDefinition {
        let place = DefinitionPlace(Int(document), index)
        let source = sources[Int(document)]
        let node = source.document.fields[index]
        let type = try reference(node.type, document)
        return FieldDefinition(
            name: source.document.text(node.name),
            description: text(node.description, document),
            arguments: try arguments(node.arguments, document),
            type: type,
            deprecationReason: try directives(in: place).deprecationReason(node.directives),
            place: place
        )
    }

    private mutating func arguments(
        _ range: NodeRange,
        _ document: Int32
    ) throws(GraphQLError) -> [InputValueDefinition] {
        var arguments = try inputValues(range, document)
        arguments.replaceRepeated(\.name)
        return sorted(arguments, by: \.name)
    }

    private mutating func inputValues(
        _ range: NodeRange,
        _ document: Int32
    ) throws(GraphQLError) -> [InputValueDefinition] {
        var values: [InputValueDefinition] = []
        values.reserveCapacity(Int(range.count))
        for index in range.indices { values.append(try inputValue(index, document)) }
        return values
    }

    private mutating func inputValue(_ index: Int, _ document: Int32) throws(GraphQLError) -> InputValueDefinition {
        let place = DefinitionPlace(Int(document), index)
        let source = sources[Int(document)]
        let node = source.document.inputValues[index]
        let type = try reference(node.type, document)
        let isNonNull = if case .nonNull = wrappedTypes.types[Int(type.index)] { true } else { false }
        return InputValueDefinition(
            name: source.document.text(node.name),
            description: text(node.description, document),
            type: type,
            defaultValueText: node.defaultValue.map { source.document.printedValue($0) },
            isRequired: isNonNull && node.defaultValue == nil,
            deprecationReason: try directives(in: place).deprecationReason(node.directives),
            place: place
        )
    }

    private func enumValue(_ index: Int, _ document: Int32) throws(GraphQLError) -> EnumValue {
        let place = DefinitionPlace(Int(document), index)
        let node = sources[Int(document)].document.enumValues[index]
        return EnumValue(
            name: sources[Int(document)].document.text(node.name),
            description: text(node.description, document),
            deprecationReason: try directives(in: place).deprecationReason(node.directives),
            place: place
        )
    }

    private mutating func reference(_ index: Int32, _ document: Int32) throws(GraphQLError) -> TypeReference {
        let node = sources[Int(document)].document.typeReferences[Int(index)]
        switch node.kind {
        case .named(let name): return TypeReference(index: try order.type(name, in: document).index)
        case .list(let item): return wrappedTypes.list(of: try reference(item, document))
        case .nonNull(let inner): return wrappedTypes.nonNull(of: try reference(inner, document))
        }
    }
}

extension Array {
    /// Of two elements of one name the later one counts, in the place of the earlier.
    fileprivate mutating func replaceRepeated(_ name: (Element) -> String) {
        guard count > 1, Set(map(name)).count < count else { return }
        var kept: [Element] = []
        var positions: [String: Int] = [:]
        for element in self {
            if let position = positions[name(element)] {
                kept[position] = element
            } else {
                positions[name(element)] = kept.count
                kept.append(element)
            }
        }
        self = kept
    }
}
