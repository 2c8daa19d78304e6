public import JSON

/// Runs plans against a schema's resolvers and writes their responses.
public struct Executor<Context: RequestContext>: Sendable {
    public let schema: ExecutableSchema<Context>

    public init(schema: ExecutableSchema<Context>) {
        self.schema = schema
    }

    /// Runs a query or a mutation to its end. It never throws: whatever goes wrong stands in the response.
    ///
    /// - Parameters:
    ///   - bound: the plan with the request's arguments.
    ///   - context: what the resolvers of this request share.
    ///   - extensions: members of the response's `extensions`; left out when empty.
    public func execute(
        _ bound: BoundPlan,
        context: Context,
        extensions: JSONObject = JSONObject()
    ) async -> ExecutionResult {
        let execution = Execution(bound: bound, schema: schema, context: context)
        let root = await execution.run()
        var writer = ResponseWriter(plan: bound.plan)
        writer.write(root, extensions: extensions)
        return writer.finish()
    }
}

/// A response as it goes over the wire, and what its transport wants to know of it.
public struct ExecutionResult: Sendable {
    /// JSON: an object with `data`, and with `errors` if there are any.
    public let body: [UInt8]
    /// In depth-first order of the response.
    public let errors: [GraphQLError]
    /// Whether an error went all the way up.
    public let isDataNull: Bool
}
