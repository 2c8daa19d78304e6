/// Collects the places where variables are used, in the order of the document.
struct VariableUsages {
    private(set) var all: [VariableUsage] = []
    /// Of the fragment that is being walked; nil in an operation.
    var signature: FragmentSignature?

    var count: Int { all.count }

    /// - Parameter index: a field or fragment spread.
    mutating func collect(argumentsOf index: Int, _ types: TypeInformation) {
        let selection = types.document.selections[index]
        if selection.kind == .field {
            collect(selection.arguments, types.field(index)?.arguments ?? [], types)
        } else {
            let signature = types.signature(ofSpread: index)
            for argument in types.document.arguments[selection.arguments.indices] {
                collect(argument.value, types.position(ofFragmentArgument: argument, signature), types)
            }
        }
    }

    /// - Parameter enclosing: the field on or in which the directives stand.
    mutating func collect(directives: NodeRange, enclosing: Int?, _ types: TypeInformation) {
        for directive in types.document.directives[directives.indices] where !directive.arguments.isEmpty {
            collect(directive.arguments, types.arguments(of: directive, enclosing: enclosing), types)
        }
    }

    private mutating func collect(
        _ arguments: NodeRange,
        _ definitions: [InputValueDefinition],
        _ types: TypeInformation
    ) {
        for argument in types.document.arguments[arguments.indices] {
            let name = types.document.text(argument.name)
            collect(argument.value, .argument(definitions.first { $0.name == name }), types)
        }
    }

    private mutating func collect(_ value: Int32, _ position: InputPosition, _ types: TypeInformation) {
        let (document, schema) = (types.document, types.schema)
        let node = document.values[Int(value)]
        switch node.kind {
        case .variable(let name):
            let fragmentVariable = signature?[name.symbol]
            all.append(
                VariableUsage(
                    name: name,
                    offset: node.offset,
                    position: position,
                    fragmentVariable: fragmentVariable
                )
            )
        case .list(let items):
            let item = position.item(document, schema)
            for index in items.indices { collect(Int32(index), item, types) }
        case .object(let fields):
            for field in document.objectFields[fields.indices] {
                collect(field.value, position.field(field.name, document, schema), types)
            }
        case .int, .float, .string, .boolean, .null, .enumeration:
            break
        }
    }
}
