/// The values of `@skip` and `@include`, which are part of a plan.
struct SelectionConditions {
    /// What a variable says in a condition.
    enum Variable: Hashable {
        case truth(Bool)
        case null
        case absent

        init(_ value: InputValue?) {
            switch value {
            case nil: self = .absent
            case .null: self = .null
            case .boolean(let truth): self = .truth(truth)
            // Only in documents that are not valid: the language of the reference takes other values for true or false.
            case .int(let number): self = .truth(number != 0)
            case .float(let number): self = .truth(number != 0)
            case .string(let text): self = .truth(!text.isEmpty)
            case .enumeration, .list, .object, .json: self = .truth(true)
            }
        }
    }

    private let document: Document
    private let skip: Int32?
    private let include: Int32?
    /// By the symbols of the variables that stand in conditions.
    private let variables: [Int32: Variable]

    init(document: Document, variables: [Int32: Variable]) {
        self.document = document
        self.variables = variables
        skip = document.symbol("skip")
        include = document.symbol("include")
    }

    /// Whether a selection with these directives is wanted; of repeated directives the first one counts.
    ///
    /// - Parameter values: what variables stand for inside a fragment with variables of its own; nil elsewhere.
    func include(_ directives: NodeRange, in values: VariableValues? = nil) throws(GraphQLError) -> Bool {
        if directives.isEmpty { return true }
        if let skip = directive(skip, directives), try condition(skip, values) { return false }
        if let include = directive(include, directives) { return try condition(include, values) }
        return true
    }

    private func directive(_ symbol: Int32?, _ directives: NodeRange) -> Directive? {
        guard let symbol else { return nil }
        return document.directives[directives.indices].first { $0.name.symbol == symbol }
    }

    private func condition(_ directive: Directive, _ values: VariableValues?) throws(GraphQLError) -> Bool {
        let argument = document.arguments[directive.arguments.indices].last { document.text($0.name) == "if" }
        guard let argument else {
            let message = "Argument \"if\" of required type \"Boolean!\" was not provided."
            throw error(message, at: directive.offset)
        }
        let value = document.values[Int(argument.value)]
        switch value.kind {
        case .boolean(let truth): return truth
        case .variable(let name):
            let given = values.map { Variable($0.value(of: name.symbol)) } ?? variables[name.symbol]
            return try condition(name, given, at: value.offset)
        case .null: throw invalid("Expected value of non-null type \"Boolean!\" not to be null.", at: value.offset)
        default:
            let text = document.leavingOutVariables(in: argument.value).printedValue(argument.value)
            throw invalid("Boolean cannot represent a non boolean value: \(text)", at: value.offset)
        }
    }

    private func condition(_ variable: Name, _ given: Variable?, at offset: Int32) throws(GraphQLError) -> Bool {
        let expected = "Expected variable \"$\(document.text(variable))\" provided to"
        switch given {
        case .truth(let truth): return truth
        case .null: throw invalid("\(expected) non-null type \"Boolean!\" not to be null.", at: offset)
        case .absent, nil: throw invalid("\(expected) type \"Boolean!\" to provide a runtime value.", at: offset)
        }
    }

    private func invalid(_ reason: String, at offset: Int32) -> GraphQLError {
        error("Argument \"if\" has invalid value: \(reason)", at: offset)
    }

    private func error(_ message: String, at offset: Int32) -> GraphQLError {
        GraphQLError(message, locations: [document.source.location(at: offset)], kind: .input)
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
