/// A directive that is not repeatable stands once in one place (section 5.7.3).
///
/// The schema, a type or a directive is one place together with its extensions.
final class UniqueDirectivesPerLocation {
    /// By symbol of a directive: where it stands first.
    private typealias FirstOffsets = [Int32: Int32]

    private var onSchema: FirstOffsets = [:]
    private var onTypes: [Int32: FirstOffsets] = [:]
    private var onDirectives: [Int32: FirstOffsets] = [:]

    func check(_ directives: NodeRange, _ context: ValidationContext) {
        guard directives.count > 1 else { return }
        var seen: FirstOffsets = [:]
        check(directives, &seen, context)
    }

    func check(onSchema directives: NodeRange, _ context: ValidationContext) {
        check(directives, &onSchema, context)
    }

    func check(_ directives: NodeRange, onType name: Name, _ context: ValidationContext) {
        if directives.isEmpty { return }
        check(directives, &onTypes[name.symbol, default: [:]], context)
    }

    func check(_ directives: NodeRange, onDirective name: Name, _ context: ValidationContext) {
        if directives.isEmpty { return }
        check(directives, &onDirectives[name.symbol, default: [:]], context)
    }

    private func check(_ directives: NodeRange, _ seen: inout FirstOffsets, _ context: ValidationContext) {
        for directive in context.document.directives[directives.indices] {
            guard let signature = context.directives[directive.name], !signature.isRepeatable else { continue }
            guard let first = seen[directive.name.symbol] else {
                seen[directive.name.symbol] = directive.offset
                continue
            }
            let name = context.text(directive.name)
            let message = "The directive \"@\(name)\" can only be used once at this location."
            context.report(message, at: first, directive.offset)
        }
    }
}
