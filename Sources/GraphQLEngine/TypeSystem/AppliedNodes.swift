/// A directive as a document applies it.
typealias AppliedNode = (source: SchemaSource, directive: Directive)

/// The directives on definitions and their extensions as they were written, also those that are not defined.
extension Schema {
    var schemaDirectives: [AppliedNode] {
        ((definition.map { [$0] } ?? []) + extensions).flatMap { place in
            nodes(place) { $0.schemas[Int(place.node)].directives }
        }
    }

    func directives(ofType nodes: [DefinitionPlace]) -> [AppliedNode] {
        nodes.flatMap { place in self.nodes(place) { $0.types[Int(place.node)].directives } }
    }

    func directives(ofDirective nodes: [DefinitionPlace]) -> [AppliedNode] {
        nodes.flatMap { place in self.nodes(place) { $0.directiveDefinitions[Int(place.node)].directives } }
    }

    func directives(ofField place: DefinitionPlace?) -> [AppliedNode] {
        place.map { place in nodes(place) { $0.fields[Int(place.node)].directives } } ?? []
    }

    func directives(ofInputValue place: DefinitionPlace?) -> [AppliedNode] {
        place.map { place in nodes(place) { $0.inputValues[Int(place.node)].directives } } ?? []
    }

    func directives(ofEnumValue place: DefinitionPlace) -> [AppliedNode] {
        nodes(place) { $0.enumValues[Int(place.node)].directives }
    }

    private func nodes(_ place: DefinitionPlace, _ range: (Document) -> NodeRange) -> [AppliedNode] {
        let source = sources[Int(place.document)]
        let range = range(source.document)
        return range.isEmpty ? [] : source.document.directives[range.indices].map { (source, $0) }
    }
}
