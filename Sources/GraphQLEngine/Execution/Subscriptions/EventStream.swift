/// The events of a subscription as its resolver gives them: any asynchronous sequence.
public struct EventStream<Event>: Sendable {
    let makeNext: @Sendable () -> EventIterator<Event>

    /// Takes one event after another from a sequence, each when the one before has been answered.
    public init<Events: AsyncSequence & Sendable>(_ events: Events) where Events.Element == Event {
        makeNext = { SequenceIterator(events.makeAsyncIterator()) }
    }

    private init(makeNext: @escaping @Sendable () -> EventIterator<Event>) {
        self.makeNext = makeNext
    }

    func map<Other>(_ transform: @escaping @Sendable (Event) -> Other) -> EventStream<Other> {
        EventStream<Other>(makeNext: { [makeNext] in MappedIterator(makeNext(), transform) })
    }
}

/// Used by one task at a time.
class EventIterator<Event> {
    /// Nil at the end.
    func next() async throws -> Event? { nil }
}

private final class SequenceIterator<Iterator: AsyncIteratorProtocol>: EventIterator<Iterator.Element> {
    private var iterator: Iterator

    init(_ iterator: Iterator) {
        self.iterator = iterator
    }

    override func next() async throws -> Iterator.Element? {
        try await iterator.next()
    }
}

private final class MappedIterator<Event, Other>: EventIterator<Other> {
    private let events: EventIterator<Event>
    private let transform: @Sendable (Event) -> Other

    init(_ events: EventIterator<Event>, _ transform: @escaping @Sendable (Event) -> Other) {
        self.events = events
        self.transform = transform
    }

    override func next() async throws -> Other? {
        try await events.next().map(transform)
    }
}
