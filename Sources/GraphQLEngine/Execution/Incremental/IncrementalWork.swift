/// What the writer of a result met that is to be delivered later, in the order in which a depth-first executor
/// finds it.
struct IncrementalWork {
    private struct Found<Element> {
        /// Bytes that were written before it.
        let offset: Int
        let element: Element
    }

    private var foundGroups: [Found<DeliveryGroup>] = []
    private var foundFields: [Found<DeferredFields>] = []
    private var foundStreams: [Found<ItemStream>] = []

    var groups: [DeliveryGroup] { foundGroups.map(\.element) }
    var fields: [DeferredFields] { foundFields.map(\.element) }
    var streams: [ItemStream] { foundStreams.map(\.element) }

    /// Whether nothing is left to deliver.
    var isEmpty: Bool { foundFields.isEmpty && foundStreams.isEmpty }

    mutating func add(_ groups: [DeliveryGroup], at offset: Int) {
        foundGroups += groups.map { Found(offset: offset, element: $0) }
    }

    mutating func add(_ fields: DeferredFields, at offset: Int) {
        foundFields.append(Found(offset: offset, element: fields))
    }

    mutating func add(_ stream: ItemStream, at offset: Int) {
        foundStreams.append(Found(offset: offset, element: stream))
    }

    /// Forgets what was found after an offset, because what was written there is.
    mutating func forget(after offset: Int) {
        IncrementalWork.forget(&foundGroups, offset)
        IncrementalWork.forget(&foundFields, offset)
        IncrementalWork.forget(&foundStreams, offset)
    }

    private static func forget<Element>(_ found: inout [Found<Element>], _ offset: Int) {
        while let last = found.last, last.offset > offset { found.removeLast() }
    }
}
