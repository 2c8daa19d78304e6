/// The definitions of a type system by their names, in the order in which the schema will have them.
///
/// A draft takes in one document after the other, as `buildASTSchema` and `extendSchema` of GraphQL.js do: an
/// extension belongs to the type of its name and kind, and a type that is defined again replaces the first one.
struct TypeSystemDraft {
    private(set) var sources: [SchemaSource]
    private(set) var description: String?
    private(set) var schemaDefinition: DefinitionPlace?
    private(set) var schemaExtensions: [DefinitionPlace] = []
    /// Names of the root operation types.
    private(set) var roots: [OperationKind: String] = [:]
    private(set) var types: [TypeDraft] = []
    private(set) var directives: [DirectiveDraft] = []
    private var typeIndexes: [String: Int] = [:]

    /// A draft without definitions.
    init() {
        sources = [BuiltInDefinitions.source]
    }

    /// The definitions of a schema.
    init(_ schema: Schema) {
        sources = schema.sources
        description = schema.description
        schemaDefinition = schema.definition
        schemaExtensions = schema.extensions
        for kind in OperationKind.allCases { roots[kind] = schema.rootType(of: kind).map { schema[$0].name } }
        types = schema.types.map { TypeDraft(name: $0.name, kind: $0.kind, nodes: $0.nodes) }
        directives = schema.directives.map { DirectiveDraft(name: $0.name, nodes: $0.nodes) }
        for (index, type) in types.enumerated() { typeIndexes[type.name] = index }
    }

    mutating func add(_ source: SchemaSource) {
        let index = sources.count
        sources.append(source)
        var typeExtensions: [DefinitionPlace] = []
        var directiveNodes: [DefinitionPlace] = []
        for definition in source.document.definitions {
            switch definition {
            case .schema(let node): addSchema(DefinitionPlace(index, node))
            case .type(let node) where source.document.types[node].isExtension:
                typeExtensions.append(DefinitionPlace(index, node))
            case .type(let node): addType(DefinitionPlace(index, node))
            case .directive(let node): directiveNodes.append(DefinitionPlace(index, node))
            case .operation, .fragment: break
            }
        }
        setRoots()
        for place in typeExtensions { extendType(place) }
        addDirectives(directiveNodes)
    }

    private mutating func addType(_ place: DefinitionPlace) {
        let source = sources[Int(place.document)]
        let node = source.document.types[Int(place.node)]
        let name = source.document.text(node.name)
        // A built-in type cannot be defined anew.
        let type = BuiltInDefinitions.type(name) ?? TypeDraft(name: name, kind: node.kind, nodes: [place])
        if let known = typeIndexes[name] {
            types[known] = type
        } else {
            typeIndexes[name] = types.count
            types.append(type)
        }
    }

    private mutating func extendType(_ place: DefinitionPlace) {
        let source = sources[Int(place.document)]
        let node = source.document.types[Int(place.node)]
        let name = source.document.text(node.name)
        guard let index = typeIndexes[name], types[index].kind == node.kind, BuiltInDefinitions.type(name) == nil
        else { return }
        types[index].nodes.append(place)
    }

    private mutating func addDirectives(_ places: [DefinitionPlace]) {
        guard !places.isEmpty else { return }
        let document = sources[Int(places[0].document)].document
        var extensions: [String: [DefinitionPlace]] = [:]
        for place in places where document.directiveDefinitions[Int(place.node)].isExtension {
            extensions[document.text(document.directiveDefinitions[Int(place.node)].name), default: []].append(place)
        }
        for index in directives.indices { directives[index].nodes += extensions[directives[index].name] ?? [] }
        for place in places where !document.directiveDefinitions[Int(place.node)].isExtension {
            let name = document.text(document.directiveDefinitions[Int(place.node)].name)
            directives.append(DirectiveDraft(name: name, nodes: [place] + (extensions[name] ?? [])))
        }
    }
}

// The schema definition.
extension TypeSystemDraft {
    private mutating func addSchema(_ place: DefinitionPlace) {
        let document = sources[Int(place.document)].document
        let node = document.schemas[Int(place.node)]
        if node.isExtension {
            schemaExtensions.append(place)
        } else {
            schemaDefinition = place
            description = node.description.map { document.strings[Int($0)].text } ?? description
        }
    }

    private mutating func setRoots(of places: [DefinitionPlace]) {
        for place in places {
            let document = sources[Int(place.document)].document
            let node = document.schemas[Int(place.node)]
            for operation in document.operationTypes[node.operationTypes.indices] {
                roots[operation.operation] = document.text(operation.type)
            }
        }
    }

    /// Takes the root types from the document that was added last.
    private mutating func setRoots() {
        let last = Int32(sources.count - 1)
        setRoots(of: [schemaDefinition].compactMap { $0 }.filter { $0.document == last })
        setRoots(of: schemaExtensions.filter { $0.document == last })
    }

    /// Without a schema definition the types named Query, Mutation and Subscription are the roots.
    mutating func setRootsByName() {
        guard schemaDefinition == nil else { return }
        for kind in OperationKind.allCases where typeIndexes[kind.usualTypeName] != nil {
            roots[kind] = kind.usualTypeName
        }
    }

    /// For a schema that is not described by a schema definition.
    mutating func setSchema(description: String?, roots: [OperationKind: String]) {
        self.description = description
        self.roots = roots
    }

    /// Adds the directives of the specification that no document defines.
    mutating func addSpecifiedDirectives() {
        let defined = Set(directives.map(\.name))
        directives += BuiltInDefinitions.directives.filter { !defined.contains($0.name) }
    }

    var schemaNodes: [DefinitionPlace] { (schemaDefinition.map { [$0] } ?? []) + schemaExtensions }
}

/// A named type: its definition and its extensions.
struct TypeDraft {
    let name: String
    let kind: TypeKind
    /// Indices into ``Document/types``.
    var nodes: [DefinitionPlace]
}

/// A directive: its definition and its extensions.
struct DirectiveDraft {
    let name: String
    /// Indices into ``Document/directiveDefinitions``.
    var nodes: [DefinitionPlace]
}

extension OperationKind {
    /// The name that makes a type the root of these operations where there is no schema definition.
    var usualTypeName: String {
        switch self {
        case .query: "Query"
        case .mutation: "Mutation"
        case .subscription: "Subscription"
        }
    }
}
