/// A directive that is not repeatable stands once in one place (section 5.7.3).
enum UniqueDirectivesPerLocation {
    static func check(_ range: NodeRange, _ context: ValidationContext) {
        guard range.count > 1 else { return }
        var seen: [Int32: Directive] = [:]
        for directive in context.document.directives[range.indices] {
            let name = context.text(directive.name)
            guard let definition = context.schema.directive(named: name), !definition.isRepeatable else { continue }
            if let first = seen[directive.name.symbol] {
                context.report(
                    "The directive \"@\(name)\" can only be used once at this location.",
                    at: first.offset,
                    directive.offset
                )
            } else {
                seen[directive.name.symbol] = directive
            }
        }
    }
}
