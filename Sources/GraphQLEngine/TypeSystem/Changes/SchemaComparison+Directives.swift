// Directives.
extension SchemaComparison {
    mutating func compareDirectives() {
        let difference = NameDifference(old.directives, new.directives, name: \.name)
        for directive in difference.removed {
            report(.directiveRemoved, "Directive @\(directive.name) was removed.")
        }
        for directive in difference.added { report(.directiveAdded, "Directive @\(directive.name) was added.") }
        for (oldDirective, newDirective) in difference.persisted {
            compareArguments(oldDirective, newDirective)
            compareRepeatability(oldDirective, newDirective)
            compareDescriptions(of: "@\(oldDirective.name)", oldDirective.description, newDirective.description)
            compareLocations(oldDirective, newDirective)
        }
    }

    private mutating func compareArguments(_ oldDirective: DirectiveDefinition, _ newDirective: DirectiveDefinition) {
        let name = oldDirective.name
        let difference = NameDifference(oldDirective.arguments, newDirective.arguments, name: \.name)
        for argument in difference.added {
            let coordinate = "@\(name)(\(argument.name):)"
            if new.isRequired(argument) {
                report(.requiredDirectiveArgumentAdded, "A required argument \(coordinate) was added.")
            } else {
                report(.optionalDirectiveArgumentAdded, "An optional argument \(coordinate) was added.")
            }
        }
        for argument in difference.removed {
            report(.directiveArgumentRemoved, "Argument @\(name)(\(argument.name):) was removed.")
        }
        for (oldArgument, newArgument) in difference.persisted {
            let value = ComparedInputValue(kind: .argument, coordinate: "@\(name)(\(oldArgument.name):)")
            compare(value, oldArgument, newArgument)
            // GraphQL.js repeats the directive's name where the argument's would be expected.
            compareDescriptions(of: "@\(name)(\(name))", oldArgument.description, newArgument.description)
        }
    }

    private mutating func compareRepeatability(_ oldDirective: DirectiveDefinition, _ newDirective: DirectiveDefinition)
    {
        if oldDirective.isRepeatable == newDirective.isRepeatable { return }
        if oldDirective.isRepeatable {
            report(.directiveRepeatableRemoved, "Repeatable flag was removed from @\(oldDirective.name).")
        } else {
            report(.directiveRepeatableAdded, "Repeatable flag was added to @\(oldDirective.name).")
        }
    }

    private mutating func compareLocations(_ oldDirective: DirectiveDefinition, _ newDirective: DirectiveDefinition) {
        for location in oldDirective.locations where !newDirective.locations.contains(location) {
            report(.directiveLocationRemoved, "\(location) was removed from @\(newDirective.name).")
        }
        for location in newDirective.locations where !oldDirective.locations.contains(location) {
            report(.directiveLocationAdded, "\(location) was added to @\(oldDirective.name).")
        }
    }
}
