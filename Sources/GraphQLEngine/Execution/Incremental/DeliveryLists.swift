import JSON

/// The members of a subsequent result while it is put together.
struct DeliveryLists: ~Copyable {
    var pending = DeliveryList("pending")
    private var incremental = DeliveryList("incremental")
    private var completed = DeliveryList("completed")
    private(set) var errors: [GraphQLError] = []

    /// - Parameter name: `data` or `items`.
    mutating func addIncremental(
        _ name: StaticString,
        _ value: [UInt8],
        _ identifier: Int,
        _ subPath: [PathSegment],
        _ errors: [GraphQLError]
    ) {
        incremental.begin(identifier)
        if !subPath.isEmpty {
            incremental.json.append(#","subPath":"#)
            incremental.json.write(path: subPath)
        }
        incremental.json.append(#",""#)
        incremental.json.append(name)
        incremental.json.append(#"":"#)
        incremental.json.append(value)
        incremental.add(errors)
        self.errors += errors
        incremental.end()
    }

    mutating func addCompleted(_ identifier: Int, _ error: GraphQLError?) {
        completed.begin(identifier)
        if let error {
            completed.add([error])
            errors.append(error)
        }
        completed.end()
    }

    consuming func finish(hasNext: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.append(UInt8(ascii: "{"))
        pending.finish(into: &json)
        incremental.finish(into: &json)
        completed.finish(into: &json)
        json.append(hasNext ? #""hasNext":true}"# : #""hasNext":false}"#)
        return json.takeBytes()
    }
}

/// A member whose value is a list of objects with identifiers.
struct DeliveryList: ~Copyable {
    private let name: StaticString
    private var isEmpty = true
    var json = JSONWriter(initialCapacity: 64)

    init(_ name: StaticString) {
        self.name = name
    }

    /// Begins an object with its identifier.
    mutating func begin(_ identifier: Int) {
        json.append(isEmpty ? #"{"id":""# : #",{"id":""#)
        json.writeInt(Int64(identifier))
        json.append(UInt8(ascii: "\""))
        isEmpty = false
    }

    /// Adds errors to the object, if there are any.
    mutating func add(_ errors: [GraphQLError]) {
        if errors.isEmpty { return }
        json.append(#","errors":"#)
        json.write(errors: errors)
    }

    mutating func end() { json.append(UInt8(ascii: "}")) }

    /// Appends the member and a comma, or nothing for an empty list.
    borrowing func finish(into other: inout JSONWriter) {
        if isEmpty { return }
        other.append(UInt8(ascii: "\""))
        other.append(name)
        other.append(#"":["#)
        json.withBytes { other.append($0) }
        other.append(#"],"#)
    }
}
