public import JSON

/// Resolves a field of any type from its parent's source.
///
/// Errors that it throws go through ``RequestContext/publicError(for:)``.
public typealias SourceResolver<Context: RequestContext> =
    @Sendable (_ source: JSONValue, _ call: SourceCall<Context>) throws -> ResolvedValue

/// What a ``SourceResolver`` may know of the field that it answers.
public struct SourceCall<Context: RequestContext> {
    /// What the resolvers of the request share.
    public let context: Context
    /// The types of the plan.
    public let schema: Schema
    /// Name of the object type that has the field.
    public let parentType: String
    /// The field as its type defines it.
    public let field: FieldDefinition
    /// By position in the field's definition.
    public let arguments: InputObject

    /// The arguments by name; those without a value are left out, enum values are their names.
    public var namedArguments: JSONObject {
        schema.namedValues(of: arguments, definitions: field.arguments)
    }
}

/// Gives the source stream of a subscription's root field: each event is the source of the root fields.
public typealias SourceSubscriber<Context: RequestContext> =
    @Sendable (_ root: JSONValue, _ call: SourceCall<Context>) async throws -> EventStream<JSONValue>

extension Plan {
    /// Nil for meta fields, which are not resolved from sources.
    func sourceCall<Context>(_ index: Int, _ arguments: InputObject, _ context: Context) -> SourceCall<Context>? {
        let field = fields[index]
        guard case .field(let position) = field.target else { return nil }
        return SourceCall(
            context: context,
            schema: schema,
            parentType: schema[field.parent].name,
            field: schema[field.parent].fields[position],
            arguments: arguments
        )
    }
}

extension ResolvedValue {
    /// The member of the source that has the field's name; null where the source has none or is no object.
    public static func member<Context>(of source: JSONValue, for call: SourceCall<Context>) -> ResolvedValue {
        .value(source[call.field.name] ?? .null)
    }
}
