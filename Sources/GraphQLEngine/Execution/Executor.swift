public import JSON

/// Runs plans against a schema's resolvers and writes their responses.
public struct Executor<Context: RequestContext>: Sendable {
    /// The types, with a resolver for every field.
    public let schema: ExecutableSchema<Context>

    /// - Parameter schema: whose plans will be run.
    public init(schema: ExecutableSchema<Context>) {
        self.schema = schema
    }

    /// Runs an operation to its end. It never throws: whatever goes wrong stands in the response.
    ///
    /// - Parameters:
    ///   - bound: the plan with the request's arguments.
    ///   - root: the source of the root fields; only resolvers that take sources see it.
    ///   - context: what the resolvers of this request share.
    ///   - onError: nil for what the operation asks for.
    ///   - extensions: members of the response's `extensions`; left out when empty.
    public func execute(
        _ bound: BoundPlan,
        root: JSONValue = .null,
        context: Context,
        onError: ErrorBehavior? = nil,
        extensions: JSONObject = JSONObject()
    ) async -> ExecutionResult {
        let onError = onError ?? bound.plan.errorBehavior
        let execution = Execution(bound: bound, schema: schema, context: context, onError: onError)
        let group = await execution.run(.source(root))
        return ResponseWriter.response(bound, group, onError: onError, extensions: extensions)
    }

    /// Chooses the operation, coerces its variables, plans it and runs it to its end, as `execute` of GraphQL.js does.
    ///
    /// The document need not be valid: what the schema does not have is left out, and wrong arguments are errors of
    /// their fields. A request that cannot run has `errors` and no `data`.
    public func execute(
        _ document: PreparedDocument,
        _ request: ExecutionRequest,
        context: Context
    ) async -> ExecutionResult {
        do throws(GraphQLErrors) {
            let bound = try bind(document, request)
            return await execute(bound, root: request.root, context: context, onError: request.onError)
        } catch {
            return ExecutionResult(requestErrors: error.errors)
        }
    }

    /// - Parameter deliversIncrementally: whether the request may have several results.
    func bind(
        _ document: PreparedDocument,
        _ request: ExecutionRequest,
        deliversIncrementally: Bool = false
    ) throws(GraphQLErrors) -> BoundPlan {
        if !deliversIncrementally, schema.schema.definesIncrementalDirectives {
            throw GraphQLErrors([.unexpectedIncrementalDirectives])
        }
        let operation = try document.document.operation(named: request.operationName)
        let fragmentErrors = document.document.fragmentVariableErrors(schema.schema)
        if !fragmentErrors.isEmpty { throw GraphQLErrors(fragmentErrors) }
        let variables = try CoerceVariables.coerce(
            operation: operation,
            document: document.document,
            schema: schema.schema,
            variables: request.variables,
            maximumErrors: request.maximumCoercionErrors,
            hidesSuggestions: request.hidesSuggestions
        )
        let options = PlanningOptions(
            hidesSuggestions: request.hidesSuggestions,
            deliversIncrementally: deliversIncrementally
        )
        let plan = try document.plan(
            operation: operation,
            schema: schema.schema,
            access: request.access,
            variables: variables,
            options: options
        )
        return BoundPlan(plan, variables: variables, options: options)
    }
}

/// A response as it goes over the wire, and what its transport wants to know of it.
public struct ExecutionResult: Sendable {
    /// JSON: an object with `data`, and with `errors` if there are any; a request error has no `data`.
    public let body: [UInt8]
    /// In depth-first order of the response.
    public let errors: [GraphQLError]
    /// Whether an error went all the way up, or kept the request from running.
    public let isDataNull: Bool
}
