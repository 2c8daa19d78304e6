/// A directive of the schema's own on a field: one that neither the specification nor incremental delivery has.
struct PlannedDirective: Sendable {
    /// Index into ``Document/directives``.
    let directive: Int
    /// What variables stand for inside a fragment with variables of its own; nil elsewhere.
    let values: VariableValues?
}

/// Such a directive with one request's arguments.
public struct FieldDirective: Sendable {
    /// Without the `@`.
    public let name: String
    /// The coerced arguments, by position in the directive's definition.
    public let arguments: InputObject
}

extension Plan {
    /// What the directives of a field say in a request, each time that the field is selected.
    ///
    /// - Throws: when an argument cannot be coerced.
    func directives(of field: Int, _ variables: VariableValues) throws(GraphQLError) -> [FieldDirective] {
        var applied: [FieldDirective] = []
        for planned in fields[field].directives {
            let directive = document.directives[planned.directive]
            let name = document.text(directive.name)
            let arguments = try CoerceArguments.coerce(
                arguments: directive.arguments,
                definitions: schema.directive(named: name)?.arguments ?? [],
                offset: directive.offset,
                document: document,
                schema: schema,
                variables: planned.values ?? variables
            )
            applied.append(FieldDirective(name: name, arguments: arguments))
        }
        return applied
    }
}

extension Document {
    /// Indexes of a selection's directives that executing it by the specification does not follow.
    ///
    /// - Parameter schema: has the definitions of all that count.
    func ownDirectives(of selection: Selection, in schema: Schema) -> [Int] {
        if selection.directives.isEmpty { return [] }
        return selection.directives.indices.filter { index in
            let name = text(directives[index].name)
            let isFollowed = [
                "skip", "include", IncrementalDirectives.deferName, IncrementalDirectives.streamName,
            ].contains(name)
            return !isFollowed && schema.directive(named: name) != nil
        }
    }
}
