extension DocumentVisit {
    func visitArguments(of index: Int, _ field: Selection, _ place: Place) {
        let definitions = context.types.field(index)?.arguments ?? []
        for argument in document.arguments[field.arguments.indices] {
            let name = context.text(argument.name)
            let definition = definitions.first { $0.name == name }
            for rule in listeners.argument {
                switch rule {
                case .knownArgumentNames: KnownArgumentNames.check(argument, field: index, context)
                default: NoDeprecated.check(argument, definition, of: coordinate(ofField: index), context)
                }
            }
            visit(literal: argument.value, .argument(definition))
        }
    }

    func visitFragmentArguments(of index: Int, _ spread: Selection) {
        let signature = context.types.signature(ofSpread: index)
        for argument in document.arguments[spread.arguments.indices] {
            for rule in listeners.argument where rule == .knownArgumentNames {
                if let signature { KnownArgumentNames.check(argument, spread: spread, signature, context) }
            }
            visit(literal: argument.value, context.types.position(ofFragmentArgument: argument, signature))
        }
    }

    /// - Parameters:
    ///   - place: the selection set with the selection on which the directives stand, if that is their place.
    ///   - enclosing: the field on which the directives stand, or the one around their place.
    func visitDirectives(
        _ range: NodeRange,
        _ location: DirectiveLocation,
        _ place: Place? = nil,
        enclosing: Int? = nil
    ) {
        for directive in document.directives[range.indices] where !context.isFinished {
            enterDirective(directive, location, place, enclosing)
            if !directive.arguments.isEmpty { visitArguments(of: directive, enclosing) }
            for rule in listeners.leaveDirective where rule == .providedRequiredArguments {
                ProvidedRequiredArguments.check(directive, context)
            }
        }
    }

    private func enterDirective(
        _ directive: Directive,
        _ location: DirectiveLocation,
        _ place: Place?,
        _ enclosing: Int?
    ) {
        for rule in listeners.directive {
            switch rule {
            case .knownDirectives: KnownDirectives.check(directive, location, context)
            case .deferStreamDirectiveLabel: rules.deferStreamLabel.check(directive, context)
            case .streamDirectiveOnListField:
                StreamDirectiveOnListField.check(directive, field: enclosing, parent: place?.parent, context)
            case .knownArgumentNames: KnownArgumentNames.check(directive, context)
            case .idempotentOnRootMutations:
                IdempotentOnRootMutations.check(directive, parent: place?.parent, context)
            default: UniqueArgumentNames.check(directive.arguments, context)
            }
        }
    }

    private func visitArguments(of directive: Directive, _ enclosing: Int?) {
        let definitions = context.types.arguments(of: directive, enclosing: enclosing)
        for argument in document.arguments[directive.arguments.indices] {
            let name = context.text(argument.name)
            let definition = definitions.first { $0.name == name }
            for rule in listeners.argument where rule == .noDeprecated {
                NoDeprecated.check(argument, definition, of: coordinate(of: directive, enclosing), context)
            }
            visit(literal: argument.value, .argument(definition))
        }
    }

    private func coordinate(ofField index: Int) -> String {
        let parent = context.types.parent(index).map(context.name) ?? ""
        return "\(parent).\(document.selections[index].name.map(context.text) ?? "")"
    }

    private func coordinate(of directive: Directive, _ enclosing: Int?) -> String {
        let name = context.text(directive.name)
        if context.schema.directive(named: name) == nil, let enclosing { return coordinate(ofField: enclosing) }
        return "@\(name)"
    }
}
