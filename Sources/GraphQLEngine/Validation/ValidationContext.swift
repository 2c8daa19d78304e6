/// What the rules share while one document is validated.
final class ValidationContext: DocumentRuleContext {
    let document: Document
    let schema: Schema
    let options: ValidationOptions
    let fragments: FragmentIndex
    let types: TypeInformation
    private(set) var errors: [GraphQLError] = []
    /// Whether validation ended before its time; what is reported after that is lost.
    private(set) var isFinished = false
    private(set) lazy var directives = DirectiveTable(document, extending: schema)
    private(set) lazy var reach = FragmentReach(self)
    private var remainingFragmentWork = 50_000

    init(document: Document, schema: Schema, options: ValidationOptions) {
        self.document = document
        self.schema = schema
        self.options = options
        let fragments = FragmentIndex(document)
        self.fragments = fragments
        types = TypeInformation(document, schema, fragments)
    }

    func report(_ message: String, at offsets: Int32...) {
        report(message, at: offsets)
    }

    func report(_ message: String, at offsets: [Int32]) {
        if isFinished { return }
        if errors.count >= options.maximumErrors { return stopAtLimit() }
        errors.append(error(message, at: offsets))
        if errors.count >= options.maximumErrors, !options.announcesLimit { isFinished = true }
    }

    private func stopAtLimit() {
        isFinished = true
        guard options.announcesLimit else { return }
        errors.append(error("Too many validation errors, error limit reached. Validation aborted.", at: []))
    }

    /// Gives up on a document that is too complex.
    func abort() {
        if isFinished { return }
        isFinished = true
        errors.append(error("Validation aborted.", at: []))
    }

    private func error(_ message: String, at offsets: [Int32]) -> GraphQLError {
        GraphQLError(message, locations: document.source.locations(at: offsets))
    }

    /// Counts work that operations repeat on the fragments that they share, and gives up when it gets too much.
    func spend(fragmentWork: Int) {
        remainingFragmentWork -= fragmentWork
        if remainingFragmentWork < 0 { abort() }
    }

    func name(of type: TypeID) -> String {
        schema[type].name
    }

    /// "Did you mean …?", unless suggestions are hidden.
    func suggestion(for input: String, among names: @autoclosure () -> [String], kind: String? = nil) -> String {
        options.hidesSuggestions ? "" : Suggestion.text(for: input, among: names(), kind: kind)
    }
}

extension ValidationContext {
    /// The variables used in an operation and in the fragments that it reaches.
    func forEachVariableUsage(in operation: Int, _ body: (VariableUsage) -> Void) {
        for usage in types.usages(inOperation: operation) where !isFinished { body(usage) }
        for fragment in reach.fragments(fromOperation: operation) where !isFinished {
            let usages = types.usages(inFragment: fragment)
            spend(fragmentWork: usages.count)
            for usage in usages where !isFinished { body(usage) }
        }
    }
}
