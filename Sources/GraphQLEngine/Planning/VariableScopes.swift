/// The values of the variables that fragments define, one scope for each way in which a fragment is spread.
///
/// They are experimental, as in GraphQL.js 17. The values are known while planning, so that a plan of a document
/// whose fragments define variables serves one request.
struct VariableScopes {
    /// What a variable of a fragment stands for. Equal ones have equal values.
    private enum Binding: Hashable {
        /// Index into ``Document/values`` of a literal without variables, or of a default.
        case literal(Int32)
        case operationVariable(Int32)
        /// A literal with variables, and the scope that they are looked up in.
        case nested(Int32, scope: Int)
        case absent
    }

    private struct Key: Hashable {
        let fragment: Int
        let bindings: [Binding]
    }

    private struct Scope {
        let values: VariableValues
        /// By the symbols of the fragment's variables.
        let bindings: [Int32: Binding]
        /// How many literals with variables lie in one another.
        let depth: Int
    }

    private static let maximumDepth = 200
    /// The scope of the operation, in which no fragment's variables are known.
    static let operation = 0

    private let document: Document
    private let schema: Schema
    private let hidesSuggestions: Bool
    private var scopes: [Scope]
    private var known: [Key: Int] = [:]

    init(document: Document, schema: Schema, variables: VariableValues, hidesSuggestions: Bool) {
        self.document = document
        self.schema = schema
        self.hidesSuggestions = hidesSuggestions
        scopes = [Scope(values: variables, bindings: [:], depth: 0)]
    }

    /// The values that a scope sees; nil in the operation's, whose values the plan does not depend on.
    func values(in scope: Int) -> VariableValues? {
        scope == VariableScopes.operation ? nil : scopes[scope].values
    }

    /// The scope inside a fragment that is spread in another scope.
    ///
    /// - Parameter fragment: index into ``Document/fragments``.
    mutating func enter(_ fragment: Int, _ spread: Selection, from outer: Int) throws(GraphQLError) -> Int {
        let definitions = document.variables[document.fragments[fragment].variables.indices]
        if definitions.isEmpty { return VariableScopes.operation }
        let coercion = ArgumentCoercion(
            document: document,
            schema: schema,
            variables: scopes[outer].values,
            hidesSuggestions: hidesSuggestions,
            offset: spread.offset
        )
        let bindings = definitions.map { binding(of: $0, coercion, spread, outer) }
        let key = Key(fragment: fragment, bindings: bindings)
        if let scope = known[key] { return scope }
        let depth = try depth(of: bindings, outer, spread)
        let name = document.text(document.fragments[fragment].name)
        var slots: [InputValue?] = []
        for definition in definitions {
            slots.append(try coercion.coerce(definition, ofFragment: name, spread.arguments))
        }
        let symbols = definitions.map(\.name.symbol)
        let values = VariableValues(
            slots: slots,
            namedTypes: definitions.map { InputType.written($0.type).namedType(document: document, schema: schema) },
            symbols: symbols,
            operation: scopes[VariableScopes.operation].values
        )
        let bindingsBySymbol = Dictionary(zip(symbols, bindings), uniquingKeysWith: { _, last in last })
        scopes.append(Scope(values: values, bindings: bindingsBySymbol, depth: depth))
        known[key] = scopes.count - 1
        return scopes.count - 1
    }

    private func binding(
        of definition: VariableDefinition,
        _ coercion: ArgumentCoercion,
        _ spread: Selection,
        _ outer: Int
    ) -> Binding {
        let argument = coercion.argument(named: document.text(definition.name), spread.arguments)
        guard let value = argument?.value, !coercion.isAbsent(value) else {
            return definition.defaultValue.map(Binding.literal) ?? .absent
        }
        if case .variable(let name) = document.values[Int(value)].kind {
            return scopes[outer].bindings[name.symbol] ?? .operationVariable(name.symbol)
        }
        return CoerceArguments.mentionsVariables(value, document) ? .nested(value, scope: outer) : .literal(value)
    }

    private func depth(of bindings: [Binding], _ outer: Int, _ spread: Selection) throws(GraphQLError) -> Int {
        let isNested = bindings.contains { if case .nested = $0 { true } else { false } }
        let depth = scopes[outer].depth + (isNested ? 1 : 0)
        if depth <= VariableScopes.maximumDepth { return depth }
        throw GraphQLError(
            "Fragment arguments are nested too deeply.",
            locations: [document.source.location(at: spread.offset)],
            kind: .complexity
        )
    }
}

extension ArgumentCoercion {
    /// The value of a fragment's variable, or its default; nil where there is neither.
    fileprivate func coerce(
        _ definition: VariableDefinition,
        ofFragment fragment: String,
        _ arguments: NodeRange
    ) throws(GraphQLError) -> InputValue? {
        let variable = document.text(definition.name)
        let name = "Variable \"$\(variable)\" defined by fragment \"\(fragment)\""
        let type = InputType.written(definition.type)
        let isRequired = definition.defaultValue == nil && type.isNonNull(document: document, schema: schema)
        guard let argument = argument(named: variable, arguments) else {
            if isRequired { throw missing(name, type.text(document: document, schema: schema)) }
            return try defaultValue(of: definition, name)
        }
        if isAbsent(argument.value), !isRequired { return try defaultValue(of: definition, name) }
        return try value(argument.value, type, name)
    }

    private func defaultValue(of definition: VariableDefinition, _ name: String) throws(GraphQLError) -> InputValue? {
        guard let literal = definition.defaultValue else { return nil }
        let type = InputType.written(definition.type)
        let coercion = LiteralCoercion(document: document, schema: schema, variables: nil)
        if let value = (try? coercion.coerce(literal, type)).flatMap({ $0 }) { return value }
        throw invalidDefault(literal, document, type, name)
    }
}

extension Document {
    /// Whether fragments define variables, so that plans depend on values.
    var definesFragmentVariables: Bool { fragments.contains { !$0.variables.isEmpty } }

    /// An error for each variable of a fragment whose type cannot be used for input.
    func fragmentVariableErrors(_ schema: Schema) -> [GraphQLError] {
        fragments.flatMap { fragment in
            variables[fragment.variables.indices].compactMap { inputTypeError(of: $0, schema) }
        }
    }

    /// Nil where the variable's type can be used for input.
    func inputTypeError(of definition: VariableDefinition, _ schema: Schema) -> GraphQLError? {
        let named = InputType.written(definition.type).namedType(document: self, schema: schema)
        if let named, schema[named].kind.isInput { return nil }
        return GraphQLError(
            "Variable \"$\(text(definition.name))\" expected value of type \"\(printedType(definition.type))\""
                + " which cannot be used as an input type.",
            locations: [source.location(at: typeReferences[Int(definition.type)].offset)],
            kind: .input
        )
    }
}
