/// Holds a type system to the rules of section 3 of the specification, "Type Validation" of each kind of type.
public enum SchemaValidator {
    /// The errors in the order in which `validateSchema` of GraphQL.js finds them, each with its places in the
    /// documents that the schema was built from; none for a valid schema, and none for one that is assumed valid.
    public static func validate(_ schema: Schema) -> [GraphQLError] {
        if schema.isAssumedValid { return [] }
        var validation = SchemaValidation(schema)
        validation.rootTypes()
        for directive in schema.directives where !directive.isBuiltIn { validation.directive(directive) }
        for (index, type) in schema.types.enumerated() where !type.isBuiltIn {
            validation.type(type, TypeID(index: Int32(index)))
        }
        validation.finiteInputObjects()
        return validation.errors
    }
}

/// Collects the errors of a type system. The rules are functions in extensions, in the files of their sections.
struct SchemaValidation {
    let schema: Schema
    private(set) var errors: [GraphQLError] = []
    var defaultValueCycles: DefaultValueCycles

    init(_ schema: Schema) {
        self.schema = schema
        defaultValueCycles = DefaultValueCycles(schema)
    }

    mutating func report(_ message: String, at places: [SourcePlace?]) {
        errors.append(GraphQLError(message, locations: places.compactMap { $0.flatMap(schema.location) }))
    }

    /// Names that begin with two underscores belong to introspection (section 3.1 "Type System").
    mutating func name(_ name: String, at place: SourcePlace?) {
        guard name.hasPrefix("__") else { return }
        let message = "Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection."
        report(message, at: [place])
    }
}

/// A byte offset in one of a schema's documents.
struct SourcePlace {
    /// Index into ``Schema/sources``.
    let document: Int32
    let offset: Int32
}

extension Schema {
    /// Line and column of a place; nil where the document has no locations.
    fileprivate func location(_ place: SourcePlace) -> SourceLocation? {
        let source = sources[Int(place.document)]
        return source.hasLocations ? source.document.source.location(at: place.offset) : nil
    }
}
