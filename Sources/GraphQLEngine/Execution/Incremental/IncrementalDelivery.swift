import Synchronization

/// Delivers what an initial result left open, result by result, when somebody asks for the next one.
///
/// Nothing runs between two calls, so that a reader who goes away leaves no work behind.
///
/// Source: GraphQL.js 17, `IncrementalPublisher`; work that is ready at the same time is delivered together.
final class IncrementalDelivery<Context: RequestContext>: SubsequentResultSource, @unchecked Sendable {
    // One iterator has claimed it, and awaits each call before the next.

    /// Items of a stream in one result.
    static var maximumItems: Int { 100 }

    private let execution: Execution<Context>
    private let bound: BoundPlan
    private var graph = DeliveryGraph()
    private var writer: DeliveryWriter
    /// Streams that have delivered something and are not at their end.
    private var openStreams: [ItemStream] = []
    private var isFinished = false
    private let isClaimed = Atomic<Bool>(false)

    init(_ execution: Execution<Context>, _ bound: BoundPlan) {
        self.execution = execution
        self.bound = bound
        writer = DeliveryWriter(plan: bound.plan)
    }

    /// Takes what the initial result left open. Answers the members that announce it.
    func begin(_ work: IncrementalWork) -> [UInt8] {
        writer.initialMembers(graph.begin(work))
    }

    func claim() -> Bool { !isClaimed.exchange(true, ordering: .acquiringAndReleasing) }

    func next() async -> SubsequentResult? {
        if isFinished { return nil }
        var events = await deliverFields()
        while events.isEmpty, !graph.isFinished, !Task.isCancelled {
            guard let delivered = await deliverItems() else { break }
            events = delivered
            events += await deliverFields()
        }
        isFinished = graph.isFinished || events.isEmpty || Task.isCancelled
        return Task.isCancelled ? nil : writer.result(events, hasNext: !isFinished)
    }

    /// Resolves deferred fields until none is ready: completed fragments set those inside of them free.
    private func deliverFields() async -> [DeliveryEvent] {
        var events: [DeliveryEvent] = []
        while !Task.isCancelled {
            let started = graph.takeStartedFields()
            if started.isEmpty { break }
            let unresolved = started.filter { $0.outcome == nil }
            await execution.resolve(unresolved)
            for fields in unresolved {
                fields.outcome = ResponseWriter.outcome(of: fields, bound, onError: execution.onError)
            }
            for fields in started { events += graph.finish(fields) }
        }
        return events
    }

    /// The next items of streams that go on, or else the first ones of streams that were started; nil without any.
    private func deliverItems() async -> [DeliveryEvent]? {
        var streams = openStreams
        openStreams = []
        if streams.isEmpty {
            streams = graph.takeStartedStreams()
            if streams.isEmpty { return nil }
            await execution.resolve(streams)
        }
        return streams.flatMap { deliver($0) }
    }

    private func deliver(_ stream: ItemStream) -> [DeliveryEvent] {
        if let failure = stream.failure { return graph.fail(stream, failure) }
        if stream.next == stream.count { return graph.complete(stream) }
        let first = stream.next
        let items = ResponseWriter.items(
            of: stream,
            limit: Self.maximumItems,
            bound,
            onError: execution.onError
        )
        if stream.next == first, let failure = stream.failure { return graph.fail(stream, failure) }
        if !items.isEnd { openStreams.append(stream) }
        return graph.deliver(items, of: stream)
    }
}
