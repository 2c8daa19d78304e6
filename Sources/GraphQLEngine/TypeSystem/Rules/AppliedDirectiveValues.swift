/// Holds the arguments of directives on definitions to their types.
///
/// GraphQL.js has no such rule: it takes the directives of the specification only. Here resolvers and planner read
/// the others, too, so that a wrong value must not pass for a missing one.
enum AppliedDirectiveValues {
    static func errors(in schema: Schema) -> [GraphQLError] {
        schema.sources.filter(\.hasLocations).flatMap { errors(in: $0.document, schema) }
    }

    private static func errors(in document: Document, _ schema: Schema) -> [GraphQLError] {
        document.directives.flatMap { directive -> [GraphQLError] in
            guard let definition = schema.directive(named: document.text(directive.name)) else { return [] }
            return document.arguments[directive.arguments.indices].flatMap { argument -> [GraphQLError] in
                let name = document.text(argument.name)
                guard let type = definition.arguments.first(where: { $0.name == name })?.type else { return [] }
                var check = InputLiteralCheck(document, schema)
                check.check(argument.value, .declared(type))
                return check.problems.map { problem in
                    GraphQLError(
                        "Argument \"@\(definition.name)(\(name):)\" has invalid value\(problem.place): \(problem.reason)",
                        locations: problem.offset.map { [document.source.location(at: $0)] } ?? []
                    )
                }
            }
        }
    }
}
