/// The variables that a fragment declares (an experimental syntax), which its spreads give as arguments.
struct FragmentSignature {
    /// Each name once, in the order of the declarations.
    private(set) var names: [Int32] = []
    /// Indices into ``Document/variables`` by symbol; of several with one name the last.
    private var definitions: [Int32: Int32] = [:]

    init(_ fragment: FragmentDefinition, _ document: Document) {
        for index in fragment.variables.indices {
            let symbol = document.variables[index].name.symbol
            if definitions.updateValue(Int32(index), forKey: symbol) == nil { names.append(symbol) }
        }
    }

    var isEmpty: Bool { names.isEmpty }

    subscript(symbol: Int32) -> Int? {
        definitions[symbol].map(Int.init)
    }

    func contains(_ symbol: Int32) -> Bool { definitions[symbol] != nil }
}
