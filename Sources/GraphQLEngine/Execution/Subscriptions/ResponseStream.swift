/// The response stream of a subscription: a response for each event of its source stream.
///
/// An event is taken from the source when a response is asked for, and executed to its end before the next one.
/// The stream ends with the source, or with its error; who stops iterating or whose task is cancelled stops the
/// source as well. Source: GraphQL specification, section 6.2.3 "Subscription", `MapSourceToResponseEvent`.
public struct ResponseStream: AsyncSequence, Sendable {
    /// A response to one event.
    public typealias Element = ExecutionResult

    private let events: EventStream<RootEvent>
    private let respond: @Sendable (RootEvent) async -> ExecutionResult

    init(_ events: EventStream<RootEvent>, respond: @escaping @Sendable (RootEvent) async -> ExecutionResult) {
        self.events = events
        self.respond = respond
    }

    /// Starts to listen to the source stream.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(events: events.makeNext(), respond: respond)
    }

    /// Takes one response after another.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let events: EventIterator<RootEvent>
        fileprivate let respond: @Sendable (RootEvent) async -> ExecutionResult

        /// The response to the next event; nil at the end of the source stream.
        ///
        /// - Throws: what the source stream threw.
        public mutating func next() async throws -> ExecutionResult? {
            guard !Task.isCancelled, let event = try await events.next() else { return nil }
            return await respond(event)
        }
    }
}

/// What a subscription began with.
public enum SubscriptionResult: Sendable {
    case stream(ResponseStream)
    /// There is no source stream: `errors` without `data`.
    case failure(ExecutionResult)
}
