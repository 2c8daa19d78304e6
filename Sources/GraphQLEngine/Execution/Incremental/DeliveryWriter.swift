import JSON

/// Writes results as JSON, and gives the identifiers by which they refer to one another.
///
/// Source: GraphQL.js 17, `IncrementalPublisher`.
struct DeliveryWriter {
    private let plan: Plan
    /// Those of fragments and streams that are pending.
    private var identifiers: [ObjectIdentifier: Int] = [:]
    private var count = 0

    init(plan: Plan) {
        self.plan = plan
    }

    /// `pending` and `hasNext` of the initial result.
    mutating func initialMembers(_ announced: Announcement) -> [UInt8] {
        var list = DeliveryList("pending")
        announce(announced, &list)
        var json = JSONWriter()
        json.append(UInt8(ascii: ","))
        list.finish(into: &json)
        json.append(#""hasNext":true"#)
        return json.takeBytes()
    }

    mutating func result(_ events: [DeliveryEvent], hasNext: Bool) -> SubsequentResult {
        var result = DeliveryLists()
        for event in events { add(event, to: &result) }
        let errors = result.errors
        return SubsequentResult(body: result.finish(hasNext: hasNext), errors: errors, hasNext: hasNext)
    }

    private mutating func add(_ event: DeliveryEvent, to result: inout DeliveryLists) {
        switch event {
        case .values(let group, let values):
            for value in values { add(value, of: group, to: &result) }
        case .completed(let group, let announced):
            complete(ObjectIdentifier(group), nil, &result)
            announce(announced, &result.pending)
        case .failed(let group, let error):
            complete(ObjectIdentifier(group), error, &result)
        case .items(let stream, let items, let announced):
            result.addIncremental("items", items.items, identifier(ObjectIdentifier(stream)), [], items.errors)
            announce(announced, &result.pending)
        case .streamCompleted(let stream):
            complete(ObjectIdentifier(stream), nil, &result)
        case .streamFailed(let stream, let error):
            complete(ObjectIdentifier(stream), error, &result)
        }
    }

    /// Data is delivered with the fragment that is nearest to it.
    private mutating func add(_ value: DeferredValue, of group: DeliveryGroup, to result: inout DeliveryLists) {
        var nearest = (identifier: identifier(ObjectIdentifier(group)), depth: group.path.count)
        for other in value.groups where other !== group && other.path.count > nearest.depth {
            guard let identifier = identifiers[ObjectIdentifier(other)] else { continue }
            nearest = (identifier, other.path.count)
        }
        let subPath = plan.segments(value.path.dropFirst(nearest.depth))
        result.addIncremental("data", value.data, nearest.identifier, subPath, value.errors)
    }

    private mutating func complete(_ key: ObjectIdentifier, _ error: GraphQLError?, _ result: inout DeliveryLists) {
        result.addCompleted(identifier(key), error)
        identifiers[key] = nil
    }

    private mutating func announce(_ announced: Announcement, _ list: inout DeliveryList) {
        for group in announced.groups { announce(ObjectIdentifier(group), group.path, group.label, &list) }
        for stream in announced.streams { announce(ObjectIdentifier(stream), stream.path, stream.label, &list) }
    }

    private mutating func announce(
        _ key: ObjectIdentifier,
        _ path: ResponsePath,
        _ label: String?,
        _ list: inout DeliveryList
    ) {
        list.begin(identifier(key))
        list.json.append(#","path":"#)
        list.json.write(path: plan.segments(path[...]))
        if let label {
            list.json.append(#","label":"#)
            list.json.writeString(label)
        }
        list.end()
    }

    private mutating func identifier(_ key: ObjectIdentifier) -> Int {
        if let known = identifiers[key] { return known }
        identifiers[key] = count
        count += 1
        return count - 1
    }
}
