/// Swift functions for the fields of a schema's object types.
///
/// Every binding states the Swift types that it takes and gives; ``ExecutableSchema`` checks them all
/// against the schema at start.
public struct Bindings<Context: RequestContext> {
    var fields: [String: [String: FieldBinding<Context>]] = [:]
    /// Type and field names that were bound more than once.
    var duplicates: [String] = []

    /// Binds nothing yet.
    public init() {}

    /// Binds fields of the object type whose objects are `Row`s.
    public mutating func object<Row: ObjectRow>(_ row: Row.Type, _ body: (inout ObjectBinding<Row, Context>) -> Void) {
        var binding = ObjectBinding<Row, Context>()
        body(&binding)
        for (name, field) in binding.fields {
            if fields[Row.typeName, default: [:]].updateValue(field, forKey: name) != nil {
                duplicates.append("\(Row.typeName).\(name)")
            }
        }
    }
}

/// Collects the bindings of one object type's fields.
public struct ObjectBinding<Row: ObjectRow, Context: RequestContext> {
    @usableFromInline
    var fields: [(String, FieldBinding<Context>)] = []

    /// A leaf that is read off the row, without awaiting anything, while the response is written.
    ///
    /// Inlinable, so that reading and writing are specialised for the row where they are bound: this is the hot path.
    @inlinable @inline(__always)
    public mutating func value<Value: OutputValue>(_ name: String, _ read: @escaping @Sendable (Row) -> Value) {
        let resolver = FieldResolver<Context>.property { rows in
            let rows = unsafeDowncast(rows, to: Rows<Row>.self).rows
            return Leaves { row, json in read(rows[row]).write(to: &json) }
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }

    /// An object, list or abstract value that is at hand on the row.
    public mutating func child<Value: ObjectValue>(_ name: String, _ read: @escaping @Sendable (Row) -> Value) {
        let resolver = FieldResolver<Context>.objects { rows, _, _ in
            .ready(Children(unsafeDowncast(rows, to: Rows<Row>.self).rows.map(read)))
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }

    /// A leaf for all rows of a level at once.
    public mutating func values<Value: OutputValue>(
        _ name: String,
        _ resolve: @escaping @Sendable ([Row], Context) throws -> Step<[Value]>
    ) {
        let resolver = FieldResolver<Context>.leaves { rows, _, context in
            try resolve(unsafeDowncast(rows, to: Rows<Row>.self).rows, context).map { Leaves($0) }
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }

    /// The same with arguments.
    public mutating func values<Value: OutputValue, Arguments: InputDecodable>(
        _ name: String,
        _ arguments: Arguments.Type,
        _ resolve: @escaping @Sendable ([Row], Arguments, FieldCall<Context>) throws -> Step<[Value]>
    ) {
        let resolver = FieldResolver<Context>.leaves { rows, call, _ in
            try resolve(unsafeDowncast(rows, to: Rows<Row>.self).rows, Arguments(call.arguments), call)
                .map { Leaves($0) }
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }

    /// Objects for all rows of a level at once.
    public mutating func objects<Value: ObjectValue>(
        _ name: String,
        _ resolve: @escaping @Sendable ([Row], Context) throws -> Step<[Value]>
    ) {
        let resolver = FieldResolver<Context>.objects { rows, _, context in
            try resolve(unsafeDowncast(rows, to: Rows<Row>.self).rows, context).map(Children.init)
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }

    /// Objects for all rows of a level at once, with arguments and knowledge of what is selected below.
    public mutating func objects<Value: ObjectValue, Arguments: InputDecodable>(
        _ name: String,
        _ arguments: Arguments.Type,
        _ resolve: @escaping @Sendable ([Row], Arguments, FieldCall<Context>) throws -> Step<[Value]>
    ) {
        let resolver = FieldResolver<Context>.objects { rows, call, _ in
            try resolve(unsafeDowncast(rows, to: Rows<Row>.self).rows, Arguments(call.arguments), call).map(
                Children.init
            )
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }

    /// A root field of the mutation type: run alone, in the order of the document.
    public mutating func mutation<Value: ObjectValue, Arguments: InputDecodable>(
        _ name: String,
        _ arguments: Arguments.Type,
        _ resolve: @escaping @Sendable (Arguments, FieldCall<Context>) async throws -> Value
    ) {
        let resolver = FieldResolver<Context>.mutation { call in
            Children([try await resolve(Arguments(call.arguments), call)])
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }
}

extension ObjectBinding where Row == SubscriptionRow {
    /// A root field of the subscription type: gives a source stream, whose events are the field's values.
    public mutating func subscription<Value: ObjectValue, Arguments: InputDecodable>(
        _ name: String,
        _ arguments: Arguments.Type,
        _ subscribe: @escaping @Sendable (Arguments, FieldCall<Context>) async throws -> EventStream<Value>
    ) {
        let resolver = FieldResolver<Context>.subscription { call in
            try await subscribe(Arguments(call.arguments), call).map { event in .value { Children([event]) } }
        }
        fields.append((name, FieldBinding(resolver: resolver, fits: Value.fits)))
    }
}

/// Arguments or an input object as a Swift type, taken from coerced values by position.
public protocol InputDecodable: Sendable {
    /// - Throws: an error of the field, for values that the schema takes and the Swift type does not.
    init(_ object: InputObject) throws(GraphQLError)
}

/// What a resolver may know of the field that it answers.
public struct FieldCall<Context: RequestContext> {
    /// What the resolvers of the request share.
    public let context: Context
    /// The coerced arguments, by position in the field's definition.
    public let arguments: InputObject
    let plan: Plan
    /// Index into the plan's fields.
    let field: Int

    /// Names of the fields selected on the object that the field gives, at any of its types.
    public var selectedFields: Set<String> { plan.selectedFields(of: field) }
}

/// A field's resolver and what it promises.
@usableFromInline
struct FieldBinding<Context: RequestContext>: Sendable {
    let resolver: FieldResolver<Context>
    let fits: @Sendable (TypeReference, Schema) -> Bool

    @usableFromInline
    init(resolver: FieldResolver<Context>, fits: @escaping @Sendable (TypeReference, Schema) -> Bool) {
        self.resolver = resolver
        self.fits = fits
    }
}

/// The ways in which a field is resolved.
@usableFromInline
enum FieldResolver<Context: RequestContext>: Sendable {
    /// Reads the leaves off the rows while the response is written.
    case property(@Sendable (AnyRows) -> Leaves)
    case leaves(@Sendable (AnyRows, FieldCall<Context>, Context) throws -> Step<Leaves>)
    case objects(@Sendable (AnyRows, FieldCall<Context>, Context) throws -> Step<Children>)
    case mutation(@Sendable (FieldCall<Context>) async throws -> Children)
    case subscription(@Sendable (FieldCall<Context>) async throws -> EventStream<RootEvent>)
    /// Takes the field's value from the source of each object; its rows are ``SourceRows``.
    case source(SourceResolver<Context>)
}
