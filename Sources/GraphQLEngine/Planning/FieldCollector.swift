/// Groups the selections that apply to one object type by response key, in the order of the response.
///
/// Source: GraphQL specification, section 6.3.2 "Field Collection".
struct FieldCollector {
    struct Group {
        /// The first selection decides on name and arguments; validation has seen to it that all agree.
        var selections: [Int]
    }

    let document: Document
    let schema: Schema
    let fragments: [Int32: Int]
    let conditions: SelectionConditions
    let type: TypeID

    private(set) var groups: [Group] = []
    private var groupIndexes: [Int32: Int] = [:]
    private var visitedFragments: Set<Int> = []

    init(document: Document, schema: Schema, fragments: [Int32: Int], conditions: SelectionConditions, type: TypeID) {
        self.document = document
        self.schema = schema
        self.fragments = fragments
        self.conditions = conditions
        self.type = type
    }

    mutating func collect(_ selectionSet: NodeRange) {
        for index in selectionSet.indices {
            let selection = document.selections[index]
            guard conditions.include(selection.directives) else { continue }
            switch selection.kind {
            case .field: addField(selection, index)
            case .fragmentSpread: spreadFragment(selection)
            case .inlineFragment:
                guard let inner = selection.selectionSet, applies(selection.name) else { continue }
                collect(inner)
            }
        }
    }

    private mutating func addField(_ selection: Selection, _ index: Int) {
        guard let key = (selection.alias ?? selection.name)?.symbol else { return }
        if let group = groupIndexes[key] {
            groups[group].selections.append(index)
        } else {
            groupIndexes[key] = groups.count
            groups.append(Group(selections: [index]))
        }
    }

    private mutating func spreadFragment(_ selection: Selection) {
        guard let name = selection.name, let index = fragments[name.symbol] else { return }
        guard visitedFragments.insert(index).inserted else { return }
        let fragment = document.fragments[index]
        guard applies(fragment.typeCondition) else { return }
        collect(fragment.selectionSet)
    }

    /// Whether objects of the type meet a type condition; none is met by all.
    private func applies(_ condition: Name?) -> Bool {
        guard let condition else { return true }
        guard let named = schema.type(named: document.text(condition)) else { return false }
        return named == type || (schema[named].kind.isAbstract && schema[named].possibleTypes.contains(type))
    }
}

/// The values of `@skip` and `@include`, which are part of a plan.
struct SelectionConditions {
    let document: Document
    let skip: Int32?
    let include: Int32?
    /// Values of the variables that stand in conditions, by symbol.
    let variables: [Int32: Bool]

    init(document: Document, variables: [Int32: Bool]) {
        self.document = document
        self.variables = variables
        skip = document.symbol("skip")
        include = document.symbol("include")
    }

    func include(_ directives: NodeRange) -> Bool {
        for index in directives.indices {
            let directive = document.directives[index]
            if directive.name.symbol == skip, condition(directive) == true { return false }
            if directive.name.symbol == include, condition(directive) == false { return false }
        }
        return true
    }

    private func condition(_ directive: Directive) -> Bool? {
        guard let argument = directive.arguments.indices.first else { return nil }
        switch document.values[Int(document.arguments[argument].value)].kind {
        case .boolean(let value): return value
        case .variable(let name): return variables[name.symbol]
        default: return nil
        }
    }

    /// Symbols of the variables that stand in conditions anywhere in the document.
    static func variables(in document: Document) -> [Int32] {
        let names = [document.symbol("skip"), document.symbol("include")].compactMap { $0 }
        guard !names.isEmpty else { return [] }
        var symbols: Set<Int32> = []
        for directive in document.directives where names.contains(directive.name.symbol) {
            for argument in directive.arguments.indices {
                if case .variable(let name) = document.values[Int(document.arguments[argument].value)].kind {
                    symbols.insert(name.symbol)
                }
            }
        }
        return symbols.sorted()
    }
}
