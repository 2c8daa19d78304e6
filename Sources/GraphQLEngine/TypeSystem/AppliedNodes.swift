/// A directive as a document applies it.
typealias AppliedNode = (source: SchemaSource, directive: Directive)

/// The directives on definitions and their extensions as they were written, also those that are not defined.
extension Schema {
    var schemaDirectives: [AppliedNode] {
        ((definition.map { [$0] } ?? []) + extensions).flatMap { place in
            nodes(place) { $0.schemas[Int(place.node)].directives }
        }
    }

    func directives(of type: NamedType) -> [AppliedNode] {
        type.nodes.flatMap { place in nodes(place) { $0.types[Int(place.node)].directives } }
    }

    func directives(of directive: DirectiveDefinition) -> [AppliedNode] {
        directive.nodes.flatMap { place in nodes(place) { $0.directiveDefinitions[Int(place.node)].directives } }
    }

    func directives(of field: FieldDefinition) -> [AppliedNode] {
        field.place.map { place in nodes(place) { $0.fields[Int(place.node)].directives } } ?? []
    }

    func directives(of value: InputValueDefinition) -> [AppliedNode] {
        value.place.map { place in nodes(place) { $0.inputValues[Int(place.node)].directives } } ?? []
    }

    func directives(of value: EnumValue) -> [AppliedNode] {
        nodes(value.place) { $0.enumValues[Int(value.place.node)].directives }
    }

    private func nodes(_ place: DefinitionPlace, _ range: (Document) -> NodeRange) -> [AppliedNode] {
        let source = sources[Int(place.document)]
        let range = range(source.document)
        return range.isEmpty ? [] : source.document.directives[range.indices].map { (source, $0) }
    }
}
