/// Directives are defined by the schema and stand where their definitions allow it (sections 5.7.1 and 5.7.2).
enum KnownDirectives {
    static func check(_ directive: Directive, _ location: DirectiveLocation, _ context: ValidationContext) {
        let name = context.text(directive.name)
        guard let signature = context.directives[directive.name] else {
            return context.report("Unknown directive \"@\(name)\".", at: directive.offset)
        }
        if signature.locations.contains(location.rawValue) { return }
        context.report("Directive \"@\(name)\" may not be used on \(location.rawValue).", at: directive.offset)
    }

    static func location(of operation: OperationKind) -> DirectiveLocation {
        switch operation {
        case .query: .query
        case .mutation: .mutation
        case .subscription: .subscription
        }
    }
}
