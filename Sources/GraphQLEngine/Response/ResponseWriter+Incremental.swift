import JSON

// What is held back for later results.
extension ResponseWriter {
    /// Writes the fields of an object that are not deferred, and notes the others.
    mutating func writeDeferring(
        _ group: ObjectGroup,
        _ row: Int,
        _ selection: PlannedSelection,
        _ deferral: PlannedDeferral
    ) -> Bool {
        let outer = scope
        defer { scope = outer }
        let begun = begin(deferral)
        let own = scope
        for position in 0..<selection.keys.count {
            let index = selection.fields.lowerBound + position
            json.append(selection.keys[position])
            scope = plan.fields[index].delivery?.fragments.map { own[$0] } ?? []
            if !writeField(group, row, position, index) { return false }
        }
        if selection.keys.isEmpty { json.append(UInt8(ascii: "{")) }
        work?.add(begun, at: json.count)
        for part in deferral.parts {
            let fields = deferred(part, group, row, own)
            work?.add(fields, at: json.count)
        }
        json.append(UInt8(ascii: "}"))
        return true
    }

    /// Adds the fragments that begin at the current path to the scope.
    private mutating func begin(_ deferral: PlannedDeferral) -> [DeliveryGroup] {
        let first = scope.count
        for fragment in deferral.fragments {
            let parent = fragment.parent.map { scope[$0] }
            scope.append(DeliveryGroup(path: path, label: fragment.label, parent: parent))
        }
        return Array(scope[first...])
    }

    private func deferred(
        _ part: PlannedDeferral.Part,
        _ group: ObjectGroup,
        _ row: Int,
        _ scope: [DeliveryGroup]
    ) -> DeferredFields {
        DeferredFields(
            groups: part.fragments.map { scope[$0] },
            scope: scope,
            path: path,
            source: group,
            row: row,
            selection: part.selection
        )
    }

    /// Writes the first items of a list that is streamed, and notes the others. What is no list is written as ever.
    mutating func writeStreamed(
        _ group: ObjectGroup,
        _ row: Int,
        _ position: Int,
        _ index: Int,
        _ stream: Result<BoundStream, GraphQLError>
    ) -> Bool {
        guard let list = group.columns[position].list(of: row) else { return writeWhole(group, row, position, index) }
        let start = json.count
        switch stream {
        case .failure(let error):
            addError(error, index)
        case .success(let stream):
            guard list.count >= stream.initialCount else { return writeWhole(group, row, position, index) }
            let later = ItemStream(
                path: path,
                label: stream.label,
                source: group,
                position: position,
                items: list.items,
                range: stream.initialCount..<list.count
            )
            json.append(UInt8(ascii: "["))
            if writeItems(0..<stream.initialCount, of: later, index).isComplete {
                work?.add(later, at: json.count)
                json.append(UInt8(ascii: "]"))
                return true
            }
        }
        rewind(to: start)
        return writeNull(unlessForbidden: plan.fields[index].forbidsNull[0])
    }

    /// What became of items that were to be written.
    private struct WrittenItems {
        let count: Int
        let isComplete: Bool
        /// Errors of the items before the one that failed.
        let errorCount: Int
    }

    /// Writes items with commas between them, up to the first one that must not be null and is.
    private mutating func writeItems(_ range: Range<Int>, of stream: ItemStream, _ index: Int) -> WrittenItems {
        for item in range {
            let start = json.count
            let errorCount = errors.count
            if item > range.lowerBound { json.append(UInt8(ascii: ",")) }
            path.append(.item(item))
            let isWritten = writeItem(item, of: stream, index)
            path.removeLast()
            if !isWritten {
                rewind(to: start)
                return WrittenItems(count: item - range.lowerBound, isComplete: false, errorCount: errorCount)
            }
        }
        return WrittenItems(count: range.count, isComplete: true, errorCount: errors.count)
    }

    private mutating func writeItem(_ item: Int, of stream: ItemStream, _ index: Int) -> Bool {
        switch (stream.source.columns[stream.position], stream.items) {
        case (.objects(let children, let groups), .entries(let first)):
            return writeEntry(first + item, children, groups, index, listDepth: 1)
        case (.values(let values), .values(let row)):
            guard case .list(let type) = plan.schema[plan.schema.nullable(plan.fields[index].type)],
                let value = values[row].item(at: item)
            else { return false }
            return writeValue(value, type, index)
        default:
            return false
        }
    }
}

// Results after the initial one.
extension ResponseWriter {
    /// Writes fields that were deferred and are resolved.
    static func outcome(
        of fields: DeferredFields,
        _ bound: BoundPlan,
        onError: ErrorBehavior
    ) -> DeferredFields.Outcome {
        guard let (group, row) = fields.resolved else { return .failure(.notResolved) }
        var writer = ResponseWriter(bound: bound, onError: onError, work: IncrementalWork())
        writer.path = fields.path
        writer.scope = fields.scope
        guard writer.writeObject(group, row) else { return .failure(writer.errors.last ?? .notResolved) }
        let (errors, work) = (writer.errors, writer.work ?? IncrementalWork())
        return .value(
            DeferredValue(
                groups: fields.groups,
                path: fields.path,
                data: writer.json.takeBytes(),
                errors: errors,
                work: work
            )
        )
    }

    /// Writes the next items of a stream, at most `limit`. An item that must not be null and is ends the stream.
    static func items(
        of stream: ItemStream,
        limit: Int,
        _ bound: BoundPlan,
        onError: ErrorBehavior
    ) -> StreamedItems {
        var writer = ResponseWriter(bound: bound, onError: onError, work: IncrementalWork())
        writer.path = stream.path
        let index = bound.plan.selections[stream.source.selection].fields.lowerBound + stream.position
        let range = stream.next..<min(stream.next + limit, stream.count)
        writer.json.append(UInt8(ascii: "["))
        let written = writer.writeItems(range, of: stream, index)
        writer.json.append(UInt8(ascii: "]"))
        stream.next += written.count
        if !written.isComplete { stream.failure = writer.errors.last ?? .notResolved }
        let (errors, work) = (Array(writer.errors.prefix(written.errorCount)), writer.work ?? IncrementalWork())
        return StreamedItems(
            items: writer.json.takeBytes(),
            errors: errors,
            work: work,
            isEnd: written.isComplete && range.count < limit
        )
    }
}

extension GraphQLError {
    /// A column has no values, which the executor does not leave behind.
    static let notResolved = GraphQLError("The field was not resolved.")
}

extension FieldColumn {
    /// The items of an object's value, if it is a list whose items can be written apart.
    fileprivate func list(of row: Int) -> (items: ItemStream.Items, count: Int)? {
        switch self {
        case .objects(let children, _):
            guard case .list(let first, let count) = children.entries[row] else { return nil }
            return (.entries(first: Int(first)), Int(count))
        case .values(let values):
            return values[row].itemCount.map { (.values(row: row), $0) }
        case .pending, .typename, .leaves, .answered, .failed:
            return nil
        }
    }
}

extension ResolvedValue {
    /// The number of a list's items; nil for other values.
    fileprivate var itemCount: Int? {
        switch self {
        case .list(let items): items.count
        case .value(.array(let items)): items.count
        case .value, .failure: nil
        }
    }

    fileprivate func item(at index: Int) -> ResolvedValue? {
        switch self {
        case .list(let items): items[index]
        case .value(.array(let items)): .value(items[index])
        case .value, .failure: nil
        }
    }
}
