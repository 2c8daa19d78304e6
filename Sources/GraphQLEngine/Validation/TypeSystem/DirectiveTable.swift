/// The directives that a schema document may apply: its own, before those of the schema that it extends, or
/// before the specification's if it stands alone.
final class DirectiveTable {
    private let document: Document
    private let schema: Schema?
    /// By symbol of the document.
    private let defined: [Int32: DirectiveNode]
    /// Signatures asked for before, by symbol.
    private var known: [Int32: DirectiveSignature?] = [:]

    init(_ document: Document, extending schema: Schema?) {
        self.document = document
        self.schema = schema
        let named = document.directiveDefinitions.filter { !$0.isExtension }.map { ($0.name.symbol, $0) }
        defined = Dictionary(named, uniquingKeysWith: { _, last in last })
    }

    subscript(name: Name) -> DirectiveSignature? {
        if let signature = known[name.symbol] { return signature }
        let signature = signature(of: name)
        known[name.symbol] = .some(signature)
        return signature
    }

    private func signature(of name: Name) -> DirectiveSignature? {
        if let node = defined[name.symbol] { return DirectiveSignature(node, in: document) }
        let text = document.text(name)
        guard let schema else { return DirectiveTable.specified[text] }
        return schema.directive(named: text).map { DirectiveSignature($0, in: schema) }
    }

    private static let specified: [String: DirectiveSignature] = {
        guard let document = try? Document.parse(Source(BuiltInDefinitions.text)) else { return [:] }
        return Dictionary(
            document.directiveDefinitions.map { (document.text($0.name), DirectiveSignature($0, in: document)) },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}
