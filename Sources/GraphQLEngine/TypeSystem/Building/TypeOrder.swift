/// Numbers the types of a draft: those that are defined in their order, and the built-in ones that something refers
/// to where they are first met (GraphQL.js, `collectReferencedTypes`; section 4.2.2 of the specification wants
/// no others listed).
struct TypeOrder {
    /// The types by their number.
    private(set) var types: [TypeDraft] = []
    private let sources: [SchemaSource]
    /// The types of the draft, then all built-in types that it does not define.
    private let candidates: [TypeDraft]
    private let draftTypeCount: Int
    private let candidateIndexes: [String: Int32]
    /// By document and symbol: index into `candidates`; negative for a name that is no type.
    private var candidatesBySymbol: [[Int32]] = []
    /// The numbers of the candidates; negative where a candidate has none.
    private var numbers: [Int32]

    /// - Throws: the first reference to a type that does not exist.
    init(_ draft: TypeSystemDraft, isSorted: Bool) throws(GraphQLError) {
        sources = draft.sources
        let defined = Set(draft.types.map(\.name))
        candidates = draft.types + BuiltInDefinitions.types.filter { !defined.contains($0.name) }
        draftTypeCount = draft.types.count
        let indexes = Dictionary(
            candidates.enumerated().map { ($1.name, Int32($0)) },
            uniquingKeysWith: { first, _ in first }
        )
        candidateIndexes = indexes
        candidatesBySymbol = sources.map { $0.document.symbols.map { indexes[$0] ?? -1 } }
        numbers = [Int32](repeating: -1, count: candidates.count)
        try collect(draft)
        if isSorted { sort() }
    }

    /// The type that a name in a document refers to.
    func type(_ name: Name, in document: Int32) throws(GraphQLError) -> TypeID {
        TypeID(index: numbers[try candidate(name, in: document)])
    }

    /// The type of a name.
    func type(named name: String) throws(GraphQLError) -> TypeID {
        guard let index = candidateIndexes[name] else { throw TypeOrder.unknownType(name) }
        return TypeID(index: numbers[Int(index)])
    }

    private func candidate(_ name: Name, in document: Int32) throws(GraphQLError) -> Int {
        let index = candidatesBySymbol[Int(document)][Int(name.symbol)]
        guard index >= 0 else { throw TypeOrder.unknownType(sources[Int(document)].document.text(name)) }
        return Int(index)
    }

    private static func unknownType(_ name: String) -> GraphQLError { GraphQLError("Unknown type: \"\(name)\".") }
}

// Collection.
extension TypeOrder {
    private mutating func collect(_ draft: TypeSystemDraft) throws(GraphQLError) {
        try checkNames(draft)
        for index in 0..<draftTypeCount { try number(index) }
        for kind in OperationKind.allCases { if let name = draft.roots[kind] { try refer(to: name) } }
        for directive in draft.directives {
            if let place = directive.nodes.first { try collectArguments(directiveNode(place).arguments, place) }
        }
        try refer(to: "__Schema")
    }

    /// Roots and directives are looked at first, as GraphQL.js does.
    private func checkNames(_ draft: TypeSystemDraft) throws(GraphQLError) {
        for kind in OperationKind.allCases { if let name = draft.roots[kind] { _ = try type(named: name) } }
        for directive in draft.directives {
            guard let place = directive.nodes.first else { continue }
            let document = sources[Int(place.document)].document
            for argument in document.inputValues[directiveNode(place).arguments.indices] {
                _ = try candidate(document.innermostName(of: argument.type), in: place.document)
            }
        }
    }

    private func directiveNode(_ place: DefinitionPlace) -> DirectiveNode {
        sources[Int(place.document)].document.directiveDefinitions[Int(place.node)]
    }

    /// Gives a candidate the next number, and then what it refers to.
    private mutating func number(_ index: Int) throws(GraphQLError) {
        numbers[index] = Int32(types.count)
        types.append(candidates[index])
        for place in candidates[index].nodes {
            let node = sources[Int(place.document)].document.types[Int(place.node)]
            try collectNames(node.interfaces, place)
            try collectNames(node.members, place)
        }
        for place in candidates[index].nodes {
            let source = sources[Int(place.document)]
            let node = source.document.types[Int(place.node)]
            for field in source.document.fields[node.fields.indices] {
                try refer(to: source.document.innermostName(of: field.type), place)
                try collectArguments(field.arguments, place)
            }
            try collectArguments(node.inputFields, place)
        }
    }

    private mutating func collectNames(_ range: NodeRange, _ place: DefinitionPlace) throws(GraphQLError) {
        for name in sources[Int(place.document)].document.names[range.indices] { try refer(to: name, place) }
    }

    private mutating func collectArguments(_ range: NodeRange, _ place: DefinitionPlace) throws(GraphQLError) {
        let source = sources[Int(place.document)]
        for argument in source.document.inputValues[range.indices] {
            try refer(to: source.document.innermostName(of: argument.type), place)
        }
    }

    private mutating func refer(to name: Name, _ place: DefinitionPlace) throws(GraphQLError) {
        try refer(to: candidate(name, in: place.document))
    }

    private mutating func refer(to name: String) throws(GraphQLError) {
        if let index = candidateIndexes[name] { try refer(to: Int(index)) }
    }

    /// Types of the draft have their turn anyway, so that only references among built-in types recurse.
    private mutating func refer(to index: Int) throws(GraphQLError) {
        if index >= draftTypeCount, numbers[index] < 0 { try number(index) }
    }

    private mutating func sort() {
        types.sort { NaturalOrder.precedes($0.name, $1.name) }
        for (number, type) in types.enumerated() {
            if let index = candidateIndexes[type.name] { numbers[Int(index)] = Int32(number) }
        }
    }
}

extension Document {
    /// The name of the type inside the wrappers of a type reference.
    func innermostName(of reference: Int32) -> Name {
        var index = reference
        while true {
            switch typeReferences[Int(index)].kind {
            case .named(let name): return name
            case .list(let inner), .nonNull(let inner): index = inner
            }
        }
    }
}
