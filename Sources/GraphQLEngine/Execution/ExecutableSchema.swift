import JSON

/// A schema with a resolver for every field.
public final class ExecutableSchema<Context: RequestContext>: Sendable {
    /// The types whose fields are resolved.
    public let schema: Schema
    /// By type and by the position of the field in it.
    private let resolvers: [[FieldResolver<Context>?]]
    private let takesSources: Bool
    /// Gives the source streams of subscriptions, where resolvers take sources.
    let subscriber: SourceSubscriber<Context>?
    private let schemaResolver: FieldResolver<Context>
    private let typeResolver: FieldResolver<Context>

    /// Binds the fields of a schema.
    ///
    /// - Throws: ``BindingError`` with every field that has no binding, or one that does not fit its type.
    public convenience init(schema: Schema, bindings: Bindings<Context>) throws(BindingError) {
        var bindings = bindings
        bindings.bindIntrospection(of: schema)
        var problems = bindings.duplicates.map { "\($0) is bound more than once." }
        problems += ExecutableSchema.unknownFields(schema, bindings)
        let resolvers = schema.types.map { type in
            guard type.kind == .object else { return [FieldResolver<Context>?]() }
            return type.fields.map { field in
                let binding = bindings.fields[type.name]?[field.name]
                if let problem = ExecutableSchema.problem(binding, type, field, schema) { problems.append(problem) }
                return binding?.resolver
            }
        }
        if !problems.isEmpty { throw BindingError(problems: problems.sorted()) }
        self.init(schema: schema, resolvers: resolvers, takesSources: false, subscriber: nil)
    }

    /// Resolves every field of every type from the JSON value of its parent, so that any schema can be executed.
    ///
    /// Leaves are coerced by their types; an object of an interface or a union has the type that its member
    /// `__typename` names.
    /// - Parameters:
    ///   - resolver: takes the member with the field's name, unless told otherwise.
    ///   - subscriber: gives the source streams of the subscription type's fields; nil where there are none.
    public convenience init(
        schema: Schema,
        resolver: @escaping SourceResolver<Context> = { .member(of: $0, for: $1) },
        subscriber: SourceSubscriber<Context>? = nil
    ) {
        var introspection = Bindings<Context>()
        introspection.bindIntrospection(of: schema)
        let resolvers = schema.types.map { type in
            guard type.kind == .object else { return [FieldResolver<Context>?]() }
            let bound = introspection.fields[type.name]
            return type.fields.map { bound?[$0.name]?.resolver ?? .source(resolver) }
        }
        self.init(schema: schema, resolvers: resolvers, takesSources: true, subscriber: subscriber)
    }

    private init(
        schema: Schema,
        resolvers: [[FieldResolver<Context>?]],
        takesSources: Bool,
        subscriber: SourceSubscriber<Context>?
    ) {
        self.schema = schema
        self.resolvers = resolvers
        self.takesSources = takesSources
        self.subscriber = subscriber
        schemaResolver = .objects { rows, _, _ in
            .ready(Children((0..<rows.count).map { _ in IntrospectedSchema(schema: schema) }))
        }
        typeResolver = .objects { rows, call, _ in
            guard case .string(let name) = call.arguments[0] else { return .ready(Children(parentCount: rows.count)) }
            let type = schema.type(named: name).map { IntrospectedType(schema: schema, named: $0) }
            return .ready(Children((0..<rows.count).map { _ in type }))
        }
    }

    /// The one object of the plan's root type.
    func rootRows(_ plan: Plan, _ event: RootEvent) -> AnyRows {
        if takesSources, case .source(let source) = event {
            return SourceRows(typeName: schema[plan.selections[plan.root].type].name, sources: [source])
        }
        return switch plan.kind {
        case .query: Rows([QueryRow()])
        case .mutation: Rows([MutationRow()])
        case .subscription: Rows([SubscriptionRow()])
        }
    }

    func resolver(of field: PlannedField) -> FieldResolver<Context>? {
        switch field.target {
        case .typename: nil
        case .schema: schemaResolver
        case .type: typeResolver
        case .field(let index): resolvers[Int(field.parent.index)][index]
        }
    }

    private static func problem(
        _ binding: FieldBinding<Context>?,
        _ type: NamedType,
        _ field: FieldDefinition,
        _ schema: Schema
    ) -> String? {
        let name = "\(type.name).\(field.name)"
        guard let binding else { return "\(name) has no resolver." }
        if !binding.fits(field.type, schema) {
            return "\(name): the resolver does not give \(schema.text(of: field.type))."
        }
        return nil
    }

    private static func unknownFields(_ schema: Schema, _ bindings: Bindings<Context>) -> [String] {
        bindings.fields.flatMap { typeName, fields in
            fields.keys.compactMap { field in
                let type = schema.type(named: typeName)
                return type.flatMap { schema[$0].field(field) } == nil
                    ? "\(typeName).\(field) is not in the schema." : nil
            }
        }
    }
}

/// The bindings do not match the schema.
public struct BindingError: Error, CustomStringConvertible {
    /// One sentence per field.
    public let problems: [String]

    public var description: String { problems.joined(separator: "\n") }
}
