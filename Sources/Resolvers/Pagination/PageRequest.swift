import GraphQLEngine

/// Which page of a connection is asked for.
///
/// Source: the arguments of the GraphQL Cursor Connections Specification, with this API's bounds.
struct PageRequest {
    static let defaultSize: Int = 20
    static let maximumSize: Int = 100

    let size: Int
    let isBackward: Bool
    let after: String?
    let before: String?

    /// - Throws: `BAD_USER_INPUT` for `first` with `last`, and for sizes out of bounds.
    init(first: Int?, after: String?, last: Int?, before: String?) throws(GraphQLError) {
        if first != nil && last != nil {
            throw PublicErrors.badInput("Give either \"first\" or \"last\", not both.")
        }
        let asked = first ?? last ?? PageRequest.defaultSize
        guard (0...PageRequest.maximumSize).contains(asked) else {
            let name = last == nil ? "first" : "last"
            throw PublicErrors.badInput("\"\(name)\" must be between 0 and \(PageRequest.maximumSize).")
        }
        size = asked
        isBackward = last != nil
        self.after = after
        self.before = before
    }
}

/// The arguments that every connection takes; the generated argument types have them under these names.
protocol PageArguments {
    var first: Int? { get }
    var after: String? { get }
    var last: Int? { get }
    var before: String? { get }
}

extension PageArguments {
    func page() throws(GraphQLError) -> PageRequest {
        try PageRequest(first: first, after: after, last: last, before: before)
    }
}
