import JSON
import Synchronization

/// Writes the response from the results' columns in one depth-first pass.
///
/// A null that a non-null type forbids rewinds the buffer to the nearest parent that may be null. The pass
/// meets errors in the order of the response, so they come out in the order of a depth-first executor, and
/// what follows in an abandoned object is not looked at. Paths are built for errors only.
///
/// Source: GraphQL specification, section 6.4.4 "Handling Execution Errors" and section 7 "Response".
struct ResponseWriter: ~Copyable {
    let plan: Plan
    var json: JSONWriter
    private let onError: ErrorBehavior
    var errors: [GraphQLError] = []
    private(set) var isDataNull = false
    var path: ResponsePath = []
    /// The lists that are not written whole; empty for most plans.
    let streams: [Int: Result<BoundStream, GraphQLError>]
    /// What is to be delivered later; nil where nobody asks for it.
    var work: IncrementalWork?
    /// The deferred fragments around the object that is written.
    var scope: [DeliveryGroup] = []

    init(
        bound: BoundPlan,
        onError: ErrorBehavior,
        work: IncrementalWork? = nil,
        json: consuming JSONWriter = JSONWriter()
    ) {
        plan = bound.plan
        streams = bound.streams
        self.onError = onError
        self.work = work
        self.json = json
    }

    /// The whole response; the plan's last one is the measure for its buffer.
    static func response(
        _ bound: BoundPlan,
        _ root: ObjectGroup,
        onError: ErrorBehavior,
        extensions: JSONObject
    ) -> ExecutionResult {
        let plan = bound.plan
        var errors: [GraphQLError] = []
        var isDataNull = false
        let capacity = plan.lastResponseBytes.load(ordering: .relaxed) + 1024
        let body = JSONWriter.bytes(initialCapacity: capacity) { json in
            var writer = ResponseWriter(bound: bound, onError: onError, json: json)
            writer.write(root, extensions: extensions)
            (errors, isDataNull) = (writer.errors, writer.isDataNull)
            return writer.json
        }
        plan.lastResponseBytes.store(body.count, ordering: .relaxed)
        return ExecutionResult(body: body, errors: errors, isDataNull: isDataNull)
    }

    private mutating func write(_ root: ObjectGroup, extensions: JSONObject) {
        writeMembers(root, extensions: extensions)
        json.append(UInt8(ascii: "}"))
    }

    /// Writes the response without the brace at its end.
    mutating func writeMembers(_ root: ObjectGroup, extensions: JSONObject) {
        json.append(#"{"data":"#)
        let start = json.count
        if let failure = plan.selections[plan.root].failure { errors.append(failure) }
        if !errors.isEmpty || !writeObject(root, 0) {
            rewind(to: start)
            json.writeNull()
            isDataNull = true
        }
        if !errors.isEmpty {
            json.append(#","errors":"#)
            json.write(errors: errors)
        }
        if !extensions.isEmpty {
            json.append(#","extensions":"#)
            json.write(extensions)
        }
    }

    /// False when a field that must not be null is: the caller rewinds.
    mutating func writeObject(_ group: ObjectGroup, _ row: Int) -> Bool {
        let selection = plan.selections[group.selection]
        if let deferral = selection.deferral, work != nil { return writeDeferring(group, row, selection, deferral) }
        for position in 0..<selection.keys.count {
            json.append(selection.keys[position])
            if !writeField(group, row, position, selection.fields.lowerBound + position) { return false }
        }
        if selection.keys.isEmpty { json.append(UInt8(ascii: "{")) }
        json.append(UInt8(ascii: "}"))
        return true
    }

    /// Writes a field's value for one object. False when it must not be null and is.
    @inline(__always)
    mutating func writeField(_ group: ObjectGroup, _ row: Int, _ position: Int, _ index: Int) -> Bool {
        guard let leaves = group.leaves[position] else { return writeColumn(group, row, position, index) }
        return leaves._withUnsafeGuaranteedRef { $0.write(row, &json) } || acceptNull(index)
    }

    private mutating func writeColumn(_ group: ObjectGroup, _ row: Int, _ position: Int, _ index: Int) -> Bool {
        path.append(.field(index))
        defer { path.removeLast() }
        if !streams.isEmpty, let stream = streams[index] { return writeStreamed(group, row, position, index, stream) }
        return writeWhole(group, row, position, index)
    }

    mutating func writeWhole(_ group: ObjectGroup, _ row: Int, _ position: Int, _ index: Int) -> Bool {
        switch group.columns[position] {
        case .objects(let children, let groups):
            return writeEntry(row, children, groups, index, listDepth: 0)
        case .values(let values):
            return writeValue(values[row], plan.fields[index].type, index)
        case .typename:
            json.writeString(plan.schema[plan.selections[group.selection].type].name)
            return true
        case .answered(let answer):
            return write(answer, index)
        case .failed(let error):
            addError(error, index)
            return writeNull(unlessForbidden: plan.fields[index].forbidsNull[0])
        case .pending, .leaves:
            addError(.notResolved, index)
            return writeNull(unlessForbidden: plan.fields[index].forbidsNull[0])
        }
    }

    /// A leaf's null was written already: it stays unless the type forbids it and the error goes up.
    private mutating func acceptNull(_ index: Int) -> Bool {
        guard plan.fields[index].forbidsNull[0] else { return true }
        path.append(.field(index))
        addError(nullError(index), index)
        path.removeLast()
        return onError == .null
    }

    mutating func writeEntry(
        _ entry: Int,
        _ children: borrowing Children,
        _ groups: [ObjectGroup],
        _ index: Int,
        listDepth: Int
    ) -> Bool {
        let forbidsNull = plan.fields[index].forbidsNull[listDepth]
        let start = json.count
        switch children.entries[entry] {
        case .null:
            if forbidsNull { addError(nullError(index), index) }
            return writeNull(unlessForbidden: forbidsNull)
        case .failure(let error):
            addError(children.errors[Int(error)], index)
            return writeNull(unlessForbidden: forbidsNull)
        case .object(let column, let row):
            let group = groups[Int(column)]
            if let failure = plan.selections[group.selection].failure {
                addError(failure, index)
                return writeNull(unlessForbidden: forbidsNull)
            }
            if writeObject(group, Int(row)) { return true }
        case .list(let first, let count):
            if writeItems(Int(first), Int(count), children, groups, index, listDepth) { return true }
        }
        rewind(to: start)
        return writeNull(unlessForbidden: forbidsNull)
    }

    private mutating func writeItems(
        _ first: Int,
        _ count: Int,
        _ children: borrowing Children,
        _ groups: [ObjectGroup],
        _ index: Int,
        _ listDepth: Int
    ) -> Bool {
        json.append(UInt8(ascii: "["))
        for item in 0..<count {
            if item > 0 { json.append(UInt8(ascii: ",")) }
            path.append(.item(item))
            let isWritten = writeEntry(first + item, children, groups, index, listDepth: listDepth + 1)
            path.removeLast()
            if !isWritten { return false }
        }
        json.append(UInt8(ascii: "]"))
        return true
    }

    /// Forgets what was written after a place, and what was met there.
    mutating func rewind(to start: Int) {
        json.truncate(to: start)
        work?.forget(after: start)
    }

    mutating func writeNull(unlessForbidden forbidsNull: Bool) -> Bool {
        switch onError {
        case .propagate: if forbidsNull { return false }
        case .abort: if !errors.isEmpty { return false }
        case .null: break
        }
        json.writeNull()
        return true
    }

    func nullError(_ index: Int) -> GraphQLError {
        let field = plan.fields[index]
        return GraphQLError(
            "Cannot return null for non-nullable field \(plan.schema[field.parent].name).\(field.name)."
        )
    }

    /// Adds an error at the current path, located at the field.
    mutating func addError(_ error: GraphQLError, _ index: Int) {
        var located = error
        if located.locations.isEmpty {
            located.locations = plan.fields[index].offsets.map { plan.document.source.location(at: $0) }
        }
        located.path = plan.segments(path[...])
        errors.append(located)
    }
}

// Values of leaf types that resolvers took from sources.
extension ResponseWriter {
    /// Coerces and writes a leaf or a list of leaves. False when it must not be null and is.
    mutating func writeValue(_ value: ResolvedValue, _ type: TypeReference, _ index: Int) -> Bool {
        let forbidsNull = plan.schema.isNonNull(type)
        if case .failure(let error) = value {
            addError(error, index)
        } else if value.isNull {
            if forbidsNull { addError(nullError(index), index) }
        } else {
            let start = json.count
            switch plan.schema[plan.schema.nullable(type)] {
            case .list(let item): if writeList(value, item, index) { return true }
            case .named(let named): if writeLeaf(value, plan.schema[named], index) { return true }
            case .nonNull: break
            }
            rewind(to: start)
        }
        return writeNull(unlessForbidden: forbidsNull)
    }

    private mutating func writeList(_ value: ResolvedValue, _ item: TypeReference, _ index: Int) -> Bool {
        guard let items = value.items else {
            addError(.expectedList(plan.fields[index], plan.schema), index)
            return false
        }
        json.append(UInt8(ascii: "["))
        for (number, element) in items.enumerated() {
            if number > 0 { json.append(UInt8(ascii: ",")) }
            path.append(.item(number))
            let isWritten = writeValue(element, item, index)
            path.removeLast()
            if !isWritten { return false }
        }
        json.append(UInt8(ascii: "]"))
        return true
    }

    private mutating func writeLeaf(_ value: ResolvedValue, _ type: NamedType, _ index: Int) -> Bool {
        do {
            json.write(try OutputCoercion.coerce(value.json, type))
            return true
        } catch {
            addError(error, index)
            return false
        }
    }
}
