/// The results that follow an initial one, each made when it is asked for.
///
/// They can be iterated once; a second iteration finds nothing. The iteration ends early when its task is cancelled,
/// and nothing goes on when it is given up.
public struct SubsequentResults: AsyncSequence, Sendable {
    /// One result.
    public typealias Element = SubsequentResult

    let source: any SubsequentResultSource

    /// Asks for one result after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let source: (any SubsequentResultSource)?

        /// The next result; nil after the last one, or when the task is cancelled.
        public mutating func next() async -> SubsequentResult? { await source?.next() }
    }

    /// Begins the only iteration: of a second one, `next()` answers nil.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(source: source.claim() ? source : nil)
    }
}

/// A result that follows an initial one.
public struct SubsequentResult: Sendable {
    /// JSON: an object with `hasNext`, and with `pending`, `incremental` and `completed` where they are not empty.
    public let body: [UInt8]
    /// Those that the body has, in its order.
    public let errors: [GraphQLError]
    /// Whether another result follows.
    public let hasNext: Bool
}

/// What makes the results of one request.
protocol SubsequentResultSource: AnyObject, Sendable {
    /// Whether nobody has claimed the results before.
    func claim() -> Bool

    func next() async -> SubsequentResult?
}
