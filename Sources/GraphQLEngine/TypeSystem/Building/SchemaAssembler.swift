/// Turns a draft into a schema: names become indices, literals become values.
struct SchemaAssembler {
    let sources: [SchemaSource]
    let order: TypeOrder
    let isSorted: Bool
    private let scalars: [String: ScalarCoercion]
    var wrappedTypes: WrappedTypes

    /// - Parameters:
    ///   - scalars: how input of custom scalars is taken, by name.
    ///   - isSorted: whether types, directives and their members are in the natural order of their names.
    /// - Throws: the first definition that cannot be built, as GraphQL.js reports it.
    static func schema(
        _ draft: TypeSystemDraft,
        scalars: [String: ScalarCoercion],
        isAssumedValid: Bool,
        isSorted: Bool
    ) throws(GraphQLError) -> Schema {
        let order = try TypeOrder(draft, isSorted: isSorted)
        var assembler = SchemaAssembler(draft, order, scalars, isSorted)
        let schema = Schema(draft, try assembler.parts(draft), isAssumedValid: isAssumedValid)
        var values = SchemaValues(schema)
        values.coerce()
        return Schema(schema, values: values)
    }

    private init(
        _ draft: TypeSystemDraft,
        _ order: TypeOrder,
        _ scalars: [String: ScalarCoercion],
        _ isSorted: Bool
    ) {
        sources = draft.sources
        self.order = order
        self.scalars = scalars
        self.isSorted = isSorted
        wrappedTypes = WrappedTypes(namedTypeCount: order.types.count)
    }

    private mutating func parts(_ draft: TypeSystemDraft) throws(GraphQLError) -> SchemaParts {
        var roots: [OperationKind: TypeID] = [:]
        for (kind, name) in draft.roots { roots[kind] = try order.type(named: name) }
        var directives: [DirectiveDefinition] = []
        for directive in draft.directives { directives.append(try directiveDefinition(directive)) }
        var types: [NamedType] = []
        types.reserveCapacity(order.types.count)
        for (index, type) in order.types.enumerated() {
            types.append(try namedType(type, TypeID(index: Int32(index))))
        }
        SchemaAssembler.addImplementations(&types)
        if isSorted { directives = sorted(directives, by: \.name) }
        return SchemaParts(types: types, directives: directives, roots: roots, wrappedTypes: wrappedTypes)
    }

    private mutating func namedType(_ draft: TypeDraft, _ id: TypeID) throws(GraphQLError) -> NamedType {
        var members = TypeMembers()
        for place in draft.nodes { try add(place, to: &members) }
        members.replaceRepeated()
        if isSorted { members.sort { order.types[Int($0.index)].name } }
        let definition = draft.nodes.first
        let isBuiltIn = definition?.document == 0
        return NamedType(
            name: draft.name,
            description: definition.flatMap { text(node($0).description, $0.document) },
            kind: draft.kind,
            specifiedByURL: members.specifiedByURL,
            inputCoercion: isBuiltIn ? nil : scalars[draft.name],
            fields: members.fields,
            interfaces: members.interfaces,
            possibleTypes: draft.kind == .object ? [id] : members.unionMembers,
            enumValues: members.enumValues,
            inputFields: members.inputFields,
            isOneOf: definition.map { directives(in: $0).isOneOf(node($0).directives) } ?? false,
            isBuiltIn: isBuiltIn,
            nodes: draft.nodes
        )
    }

    /// An interface's possible types are the objects that implement it.
    private static func addImplementations(_ types: inout [NamedType]) {
        for index in types.indices where types[index].kind == .object {
            for interface in types[index].interfaces where types[Int(interface.index)].kind == .interface {
                types[Int(interface.index)].possibleTypes.append(TypeID(index: Int32(index)))
            }
        }
    }

    func sorted<Member>(_ members: [Member], by name: (Member) -> String) -> [Member] {
        isSorted ? members.sorted { NaturalOrder.precedes(name($0), name($1)) } : members
    }

    private func node(_ place: DefinitionPlace) -> TypeNode {
        sources[Int(place.document)].document.types[Int(place.node)]
    }

    func directives(in place: DefinitionPlace) -> SpecifiedDirectives {
        SpecifiedDirectives(source: sources[Int(place.document)])
    }

    func text(_ string: Int32?, _ document: Int32) -> String? {
        string.map { sources[Int(document)].document.strings[Int($0)].text }
    }
}

/// What the assembler makes of a draft.
struct SchemaParts {
    let types: [NamedType]
    let directives: [DirectiveDefinition]
    let roots: [OperationKind: TypeID]
    let wrappedTypes: WrappedTypes
}
