/// Which deferred fragments and streams are open, which wait for the one around them, and what is to be done next.
///
/// Source: GraphQL.js 17, `WorkQueue`.
struct DeliveryGraph {
    private struct Node {
        var children: [DeliveryGroup] = []
        var fields: [DeferredFields] = []
        /// Fields that have no outcome yet.
        var pending = 0
    }

    private var nodes: [ObjectIdentifier: Node] = [:]
    private var openGroups: Set<ObjectIdentifier> = []
    private var openStreams: Set<ObjectIdentifier> = []
    /// Fields that were started, in the order in which their outcomes are dealt with.
    private(set) var startedFields: [DeferredFields] = []
    /// Streams that were started and have not delivered anything.
    private(set) var startedStreams: [ItemStream] = []

    /// Whether everything was delivered.
    var isFinished: Bool { openGroups.isEmpty && openStreams.isEmpty }

    /// Takes what the initial result leaves open. Answers the fragments and streams to announce with it.
    mutating func begin(_ work: IncrementalWork) -> Announcement {
        let announced = pruned(integrate(work, of: nil))
        for group in announced.groups { openGroups.insert(ObjectIdentifier(group)) }
        for group in announced.groups { start(group) }
        for stream in announced.streams { start(stream) }
        return announced
    }

    mutating func takeStartedFields() -> [DeferredFields] {
        defer { startedFields.removeAll() }
        return startedFields
    }

    mutating func takeStartedStreams() -> [ItemStream] {
        defer { startedStreams.removeAll() }
        return startedStreams
    }

    /// Deals with the outcome of fields.
    mutating func finish(_ fields: DeferredFields) -> [DeliveryEvent] {
        guard fields.isStarted else { return [] }
        switch fields.outcome {
        case .value(let value): return succeed(fields, value)
        case .failure(let error): return fail(fields, error)
        case nil: return []
        }
    }

    /// Deals with items that a stream delivers.
    mutating func deliver(_ items: StreamedItems, of stream: ItemStream) -> [DeliveryEvent] {
        let found = pruned(integrate(items.work, of: nil))
        var events: [DeliveryEvent] = []
        startAnnounced(found, &events)
        events.append(.items(stream, items, found))
        if items.isEnd { events.append(contentsOf: complete(stream)) }
        return events
    }

    mutating func complete(_ stream: ItemStream) -> [DeliveryEvent] {
        openStreams.remove(ObjectIdentifier(stream))
        return [.streamCompleted(stream)]
    }

    mutating func fail(_ stream: ItemStream, _ error: GraphQLError) -> [DeliveryEvent] {
        openStreams.remove(ObjectIdentifier(stream))
        return [.streamFailed(stream, error)]
    }
}

/// Deferred fragments and streams that a result announces as pending.
struct Announcement {
    var groups: [DeliveryGroup] = []
    var streams: [ItemStream] = []
}

// Taking in what was found.
extension DeliveryGraph {
    /// - Parameter fields: those below which the work was found; nil for the initial result and items of streams.
    /// - Returns: fragments without one around them, and streams, that nothing has to be waited for.
    private mutating func integrate(_ work: IncrementalWork, of fields: DeferredFields?) -> Announcement {
        var found = Announcement()
        for group in work.groups { add(group, hasOrigin: fields != nil, &found.groups) }
        for fields in work.fields { add(fields) }
        if let fields { fields.streams += work.streams } else { found.streams = work.streams }
        return found
    }

    /// Adds a group after those around it that are new as well.
    private mutating func add(_ group: DeliveryGroup, hasOrigin: Bool, _ roots: inout [DeliveryGroup]) {
        var unknown: [DeliveryGroup] = []
        var next: DeliveryGroup? = group
        while let group = next, !group.isKnown {
            group.isKnown = true
            unknown.append(group)
            next = group.parent
        }
        for group in unknown.reversed() { addNode(group, hasOrigin, &roots) }
    }

    private mutating func addNode(_ group: DeliveryGroup, _ hasOrigin: Bool, _ roots: inout [DeliveryGroup]) {
        guard let parent = group.parent else {
            nodes[ObjectIdentifier(group)] = Node()
            if !hasOrigin { roots.append(group) }
            return
        }
        // A fragment in one that has failed is never delivered.
        guard nodes[ObjectIdentifier(parent)]?.children.append(group) != nil else { return }
        nodes[ObjectIdentifier(group)] = Node()
    }

    private mutating func add(_ fields: DeferredFields) {
        for group in fields.groups {
            let key = ObjectIdentifier(group)
            guard nodes[key] != nil else { continue }
            nodes[key]?.fields.append(fields)
            nodes[key]?.pending += 1
            if openGroups.contains(key) { start(fields) }
        }
    }

    /// Puts in the place of fragments without fields of their own those inside of them that have some.
    private mutating func pruned(_ found: Announcement) -> Announcement {
        var announced = Announcement(streams: found.streams)
        var rest = Array(found.groups.reversed())
        while let group = rest.popLast() {
            let key = ObjectIdentifier(group)
            guard let node = nodes[key] else { continue }
            if node.fields.contains(where: { !$0.isRemoved }) {
                announced.groups.append(group)
            } else {
                nodes[key] = nil
                rest.append(contentsOf: node.children.reversed())
            }
        }
        return announced
    }
}

// Starting.
extension DeliveryGraph {
    private mutating func start(_ fields: DeferredFields) {
        if fields.isRemoved { return }
        // Fields that were started before tell all their groups; only that they failed is told again.
        if fields.isStarted {
            guard case .failure? = fields.outcome else { return }
        }
        fields.isStarted = true
        startedFields.append(fields)
    }

    private mutating func start(_ group: DeliveryGroup) {
        for fields in nodes[ObjectIdentifier(group)]?.fields ?? [] { start(fields) }
    }

    private mutating func start(_ stream: ItemStream) {
        openStreams.insert(ObjectIdentifier(stream))
        startedStreams.append(stream)
    }

    /// Starts what is announced. A group whose fields were executed for another one is completed at once, and what
    /// is inside of it starts as well.
    private mutating func startAnnounced(_ announced: Announcement, _ events: inout [DeliveryEvent]) {
        var announced = announced
        var next = 0
        while next < announced.groups.count {
            let group = announced.groups[next]
            openGroups.insert(ObjectIdentifier(group))
            start(group)
            completeIfDone(group, &announced, &events)
            next += 1
        }
        for stream in announced.streams { start(stream) }
    }
}

// Ending.
extension DeliveryGraph {
    private mutating func succeed(_ fields: DeferredFields, _ value: DeferredValue) -> [DeliveryEvent] {
        _ = integrate(value.work, of: fields)
        var events: [DeliveryEvent] = []
        var announced = Announcement()
        for group in fields.groups where nodes[ObjectIdentifier(group)] != nil {
            nodes[ObjectIdentifier(group)]?.pending -= 1
            completeIfDone(group, &announced, &events)
        }
        startAnnounced(announced, &events)
        return events
    }

    private mutating func completeIfDone(
        _ group: DeliveryGroup,
        _ announced: inout Announcement,
        _ events: inout [DeliveryEvent]
    ) {
        let key = ObjectIdentifier(group)
        guard openGroups.contains(key), let node = nodes[key], node.pending == 0 else { return }
        nodes[key] = nil
        openGroups.remove(key)
        var values: [DeferredValue] = []
        var released = Announcement(groups: node.children)
        for fields in node.fields where !fields.isRemoved {
            if case .value(let value)? = fields.outcome { values.append(value) }
            released.streams += fields.streams
            remove(fields)
        }
        released = pruned(released)
        if !values.isEmpty { events.append(.values(group, values)) }
        events.append(.completed(group, released))
        announced.groups += released.groups
        announced.streams += released.streams
    }

    private mutating func fail(_ fields: DeferredFields, _ error: GraphQLError) -> [DeliveryEvent] {
        var events: [DeliveryEvent] = []
        for group in fields.groups where openGroups.contains(ObjectIdentifier(group)) {
            remove(group)
            events.append(.failed(group, error))
        }
        return events
    }

    /// Removes a group that failed, and all inside of it.
    private mutating func remove(_ group: DeliveryGroup) {
        var rest = [group]
        while let group = rest.popLast() {
            let key = ObjectIdentifier(group)
            openGroups.remove(key)
            guard let node = nodes.removeValue(forKey: key) else { continue }
            for fields in node.fields where !fields.groups.contains(where: { nodes[ObjectIdentifier($0)] != nil }) {
                remove(fields)
            }
            rest += node.children
        }
    }

    private func remove(_ fields: DeferredFields) {
        fields.isRemoved = true
        fields.isStarted = false
    }
}
