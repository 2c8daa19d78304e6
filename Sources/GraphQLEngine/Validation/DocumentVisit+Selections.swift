extension DocumentVisit {
    func visit(_ selectionSet: NodeRange, _ place: Place) {
        if !listeners.selectionSet.isEmpty, !place.isInlineFragment {
            rules.overlappingFields.check(selectionSet, parent: place.parent, fragment: place.fragment)
        }
        for index in selectionSet.indices where !context.isFinished {
            let selection = document.selections[index]
            switch selection.kind {
            case .field: visitField(index, selection, place)
            case .fragmentSpread: visitSpread(index, selection, place)
            case .inlineFragment: visitInlineFragment(index, selection, place)
            }
        }
    }

    private func visitField(_ index: Int, _ field: Selection, _ place: Place) {
        enterField(index, field)
        if !field.arguments.isEmpty { visitArguments(of: index, field, place) }
        if !field.directives.isEmpty { visitDirectives(field.directives, .field, place, enclosing: index) }
        if let selectionSet = field.selectionSet {
            let parent = context.types.inner(index)
            visit(selectionSet, Place(parent: parent, enclosing: index, fragment: place.fragment))
        }
        for rule in listeners.leaveField {
            switch rule {
            case .providedRequiredArguments: ProvidedRequiredArguments.check(field: index, context)
            default: rules.introspectionDepth.leave(index)
            }
        }
    }

    private func enterField(_ index: Int, _ field: Selection) {
        for rule in listeners.field {
            switch rule {
            case .scalarLeafs: ScalarLeafs.check(index, context)
            case .fieldsOnCorrectType: FieldsOnCorrectType.check(index, context)
            case .uniqueDirectivesPerLocation:
                if field.directives.count > 1 { rules.uniqueDirectives.check(field.directives, context) }
            case .uniqueArgumentNames: UniqueArgumentNames.check(field.arguments, context)
            case .maximumIntrospectionDepth: rules.introspectionDepth.enter(index)
            case .noDeprecated: NoDeprecated.check(field: index, context)
            default: NoSchemaIntrospection.check(index, context)
            }
        }
    }

    private func visitSpread(_ index: Int, _ spread: Selection, _ place: Place) {
        for rule in listeners.spread {
            switch rule {
            case .knownFragmentNames: KnownFragmentNames.check(spread, context)
            case .possibleFragmentSpreads: rules.fragmentSpreads.check(index)
            default: rules.uniqueDirectives.check(spread.directives, context)
            }
        }
        if !spread.arguments.isEmpty { visitFragmentArguments(of: index, spread) }
        visitDirectives(spread.directives, .fragmentSpread, place, enclosing: place.enclosing)
        for rule in listeners.leaveSpread where rule == .providedRequiredArguments {
            ProvidedRequiredArguments.check(spread: index, context)
        }
    }

    private func visitInlineFragment(_ index: Int, _ fragment: Selection, _ place: Place) {
        for rule in listeners.inlineFragment {
            switch rule {
            case .fragmentsOnCompositeTypes: FragmentsOnCompositeTypes.check(inlineFragment: fragment, context)
            case .possibleFragmentSpreads: rules.fragmentSpreads.check(index)
            default: rules.uniqueDirectives.check(fragment.directives, context)
            }
        }
        if let condition = fragment.name { visit(typeName: condition, inTypeSystem: false) }
        visitDirectives(fragment.directives, .inlineFragment, place, enclosing: place.enclosing)
        var inner = Place(parent: context.types.inner(index), enclosing: place.enclosing, fragment: place.fragment)
        inner.isInlineFragment = true
        visit(fragment.selectionSet ?? .empty, inner)
    }
}
