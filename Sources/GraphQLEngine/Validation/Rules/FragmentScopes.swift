/// Numbers the different values that the variables of fragments have: two spreads of a fragment have the same scope if
/// they give it the same arguments.
final class FragmentScopes {
    /// A fragment with the arguments that a spread gives, in the scope in which variables among them have their values.
    private struct Use: Hashable {
        let key: String
        let scope: Int32
    }

    /// The arguments of a spread that its fragment knows.
    private struct Arguments {
        let key: String
        let fragment: Int32
        var variables: [Int32]
    }

    private let context: ValidationContext
    private var argumentsBySpread: [Int32: Arguments] = [:]
    private var scopes: [Use: Int32] = [:]
    private var ownScopes: [Int: Int32] = [:]
    /// By scope: the fragment whose variables it is about; the first stands for no fragment.
    private var fragments: [Int32] = [-1]

    init(_ context: ValidationContext) {
        self.context = context
    }

    /// The scope of a fragment that is visited by itself; 0 if it has no variables.
    func scope(ofFragment fragment: Int) -> Int32 {
        if let known = ownScopes[fragment] { return known }
        let last = context.fragments[context.document.fragments[fragment].name] ?? fragment
        let scope = context.types.signatures[last].isEmpty ? 0 : newScope(Int32(last))
        ownScopes[fragment] = scope
        return scope
    }

    /// - Parameter scope: of the selection set in which the spread stands.
    func use(_ spread: Int32, in scope: Int32) -> SpreadUse {
        let arguments = arguments(of: spread)
        guard arguments.fragment >= 0, !context.types.signatures[Int(arguments.fragment)].isEmpty else {
            return SpreadUse(selection: spread, scope: 0, fragment: arguments.fragment)
        }
        let isLocal = arguments.variables.contains { isVariable($0, of: scope) }
        let use = Use(key: arguments.key, scope: isLocal ? scope : 0)
        let known = scopes[use] ?? newScope(arguments.fragment)
        scopes[use] = known
        return SpreadUse(selection: spread, scope: known, fragment: arguments.fragment)
    }

    /// Whether a variable is one of the fragment of a scope, and not of the operation.
    func isVariable(_ symbol: Int32, of scope: Int32) -> Bool {
        let fragment = fragments[Int(scope)]
        return fragment >= 0 && context.types.signatures[Int(fragment)].contains(symbol)
    }

    private func newScope(_ fragment: Int32) -> Int32 {
        fragments.append(fragment)
        return Int32(fragments.count - 1)
    }

    private func arguments(of spread: Int32) -> Arguments {
        if let known = argumentsBySpread[spread] { return known }
        let selection = context.document.selections[Int(spread)]
        let fragment = selection.name.flatMap { context.fragments[$0] } ?? -1
        var variables: [Int32] = []
        let key = fragment < 0 ? "" : key(of: selection, fragment, &variables)
        let arguments = Arguments(key: key, fragment: Int32(fragment), variables: variables)
        argumentsBySpread[spread] = arguments
        return arguments
    }

    private func key(of spread: Selection, _ fragment: Int, _ variables: inout [Int32]) -> String {
        var values: [Int32: Int32] = [:]
        for argument in context.document.arguments[spread.arguments.indices] {
            values[argument.name.symbol] = argument.value
        }
        var key = "\(fragment)"
        for name in values.keys.filter(context.types.signatures[fragment].contains).sorted() {
            guard let value = values[name] else { continue }
            key += " \(name):" + LiteralKey.text(of: value, context.document, variables: &variables)
        }
        return key
    }
}
