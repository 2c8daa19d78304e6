/// Where a definition stands: a node in one of the documents that a schema was built from.
struct DefinitionPlace: Sendable, Hashable {
    /// Index into ``Schema/sources``.
    let document: Int32
    /// Index into the document's array of the definition's kind.
    let node: Int32

    init(_ document: Int, _ node: Int) {
        self.document = Int32(document)
        self.node = Int32(node)
    }
}

/// A document that a schema was built from; an object, because a document is too large to be copied per definition.
final class SchemaSource: Sendable {
    let document: Document
    /// Whether errors may name places in it; false for texts that nobody wrote.
    let hasLocations: Bool

    init(document: Document, hasLocations: Bool = true) {
        self.document = document
        self.hasLocations = hasLocations
    }
}
