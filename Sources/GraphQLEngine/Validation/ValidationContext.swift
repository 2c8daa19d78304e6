/// What the rules share while one document is validated.
final class ValidationContext: DocumentRuleContext {
    let document: Document
    let schema: Schema
    let options: ValidationOptions
    let fragments: FragmentIndex
    let types: TypeInformation
    private(set) var errors: [GraphQLError] = []
    private var reachedFragments: [[Int]?]

    init(document: Document, schema: Schema, options: ValidationOptions) {
        self.document = document
        self.schema = schema
        self.options = options
        let fragments = FragmentIndex(document)
        self.fragments = fragments
        types = TypeInformation(document, schema, fragments)
        reachedFragments = [[Int]?](repeating: nil, count: document.operations.count)
    }

    /// Whether no further error is wanted.
    var isFull: Bool { errors.count >= options.maximumErrors }

    func report(_ message: String, at offsets: Int32...) {
        report(message, at: offsets)
    }

    func report(_ message: String, at offsets: [Int32]) {
        report(message, at: offsets, kind: .other)
    }

    func report(_ message: String, at offsets: [Int32], kind: GraphQLError.Kind) {
        guard !isFull else { return }
        let locations = offsets.map(document.source.location(at:))
        errors.append(GraphQLError(message, locations: locations, kind: kind))
    }

    func name(of type: TypeID) -> String {
        schema[type].name
    }

    /// "Did you mean …?", unless suggestions are hidden.
    func suggestion(for input: String, among names: @autoclosure () -> [String], kind: String? = nil) -> String {
        options.hidesSuggestions ? "" : Suggestion.text(for: input, among: names(), kind: kind)
    }

    /// The fragments that an operation spreads, directly or through others, each once.
    func fragments(reachedBy operation: Int) -> [Int] {
        if let known = reachedFragments[operation] { return known }
        var isReached = [Bool](repeating: false, count: document.fragments.count)
        var reached: [Int] = []
        var pending = [types.spreads(ofOperation: operation)]
        while let spreads = pending.popLast() {
            for spread in spreads {
                guard let name = document.selections[Int(spread)].name, let fragment = fragments[name] else { continue }
                if isReached[fragment] { continue }
                isReached[fragment] = true
                reached.append(fragment)
                pending.append(types.spreads(ofFragment: fragment))
            }
        }
        reachedFragments[operation] = reached
        return reached
    }

    /// The variables used in an operation and in the fragments that it reaches.
    func forEachVariableUsage(in operation: Int, _ body: (VariableUsage) -> Void) {
        types.usages(inOperation: operation).forEach(body)
        for fragment in fragments(reachedBy: operation) { types.usages(inFragment: fragment).forEach(body) }
    }
}
