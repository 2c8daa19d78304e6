/// What a rule needs that looks at a document and at nothing else, so that it can serve operations and schemas.
protocol DocumentRuleContext: AnyObject {
    var document: Document { get }

    /// - Parameter offsets: byte offsets of the nodes that the error is about.
    func report(_ message: String, at offsets: [Int32])
}

extension DocumentRuleContext {
    func text(_ name: Name) -> String { document.text(name) }
}
