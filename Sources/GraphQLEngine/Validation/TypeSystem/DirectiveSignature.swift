/// What the use of a directive is held to.
struct DirectiveSignature {
    /// Names of the specification's ExecutableDirectiveLocation and TypeSystemDirectiveLocation.
    let locations: Set<String>
    let isRepeatable: Bool
    let argumentNames: Set<String>
    /// Arguments that must be given, with their types as the language writes them.
    let requiredArguments: [(name: String, type: String)]

    init(_ node: DirectiveNode, in document: Document) {
        locations = Set(document.names[node.locations.indices].map(document.text))
        isRepeatable = node.isRepeatable
        let arguments = document.inputValues[node.arguments.indices]
        argumentNames = Set(arguments.map { document.text($0.name) })
        requiredArguments = DirectiveSignature.unique(
            arguments.filter { $0.defaultValue == nil && document.isNonNull($0.type) }
                .map { (document.text($0.name), document.printedType($0.type)) }
        )
    }

    init(_ definition: DirectiveDefinition, in schema: Schema) {
        locations = Set(definition.locations)
        isRepeatable = definition.isRepeatable
        argumentNames = Set(definition.arguments.map(\.name))
        requiredArguments = definition.arguments.filter { $0.defaultValueText == nil && schema.isNonNull($0.type) }
            .map { ($0.name, schema.text(of: $0.type)) }
    }

    /// Of arguments with the same name the last counts, at the place of the first, as in GraphQL.js.
    private static func unique(_ arguments: [(name: String, type: String)]) -> [(name: String, type: String)] {
        var positions: [String: Int] = [:]
        var unique: [(name: String, type: String)] = []
        for argument in arguments {
            if let position = positions[argument.name] {
                unique[position] = argument
            } else {
                positions[argument.name] = unique.count
                unique.append(argument)
            }
        }
        return unique
    }
}

extension Document {
    fileprivate func isNonNull(_ type: Int32) -> Bool {
        if case .nonNull = typeReferences[Int(type)].kind { true } else { false }
    }
}
