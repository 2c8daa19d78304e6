import JSON

/// The sources of objects of one type.
final class SourceRows: AnyRows {
    private(set) var sources: [JSONValue]
    override var count: Int { sources.count }

    init(typeName: String, sources: [JSONValue] = []) {
        self.sources = sources
        super.init(typeName: typeName, rowType: ObjectIdentifier(SourceRows.self))
    }

    override func selecting(_ positions: [Int]) -> AnyRows {
        SourceRows(typeName: typeName, sources: positions.map { sources[$0] })
    }

    /// Adds a source. Answers its row.
    func append(_ source: JSONValue) -> Int {
        sources.append(source)
        return sources.count - 1
    }
}
