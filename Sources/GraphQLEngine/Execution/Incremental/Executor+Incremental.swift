public import JSON

/// What a request gives that allows incremental delivery.
public enum IncrementalResponse: Sendable {
    /// Nothing was deferred or streamed, or the request could not run.
    case single(ExecutionResult)
    /// The initial result has `data`, `errors` if there are any, `pending` and `hasNext`.
    case incremental(initial: ExecutionResult, subsequent: SubsequentResults)
}

extension Executor {
    /// Runs an operation, delivering what `@defer` and `@stream` ask for later after an initial result.
    ///
    /// Source: GraphQL.js 17, `experimentalExecuteIncrementally`.
    /// - Parameters:
    ///   - bound: a plan with ``PlanningOptions/deliversIncrementally``; another one gives a single result.
    ///   - root: the source of the root fields; only resolvers that take sources see it.
    ///   - context: what the resolvers of this request share; it is used until the last result.
    ///   - onError: nil for what the operation asks for.
    ///   - extensions: members of the first result's `extensions`; left out when empty.
    public func executeIncrementally(
        _ bound: BoundPlan,
        root: JSONValue = .null,
        context: Context,
        onError: ErrorBehavior? = nil,
        extensions: JSONObject = JSONObject()
    ) async -> IncrementalResponse {
        let onError = onError ?? bound.plan.errorBehavior
        guard bound.plan.isIncremental else {
            return .single(
                await execute(bound, root: root, context: context, onError: onError, extensions: extensions)
            )
        }
        let execution = Execution(bound: bound, schema: schema, context: context, onError: onError)
        let group = await execution.run(.source(root))
        var writer = ResponseWriter(bound: bound, onError: onError, work: IncrementalWork())
        writer.writeMembers(group, extensions: extensions)
        let (errors, isDataNull) = (writer.errors, writer.isDataNull)
        guard let work = writer.work, !work.isEmpty else {
            writer.json.append(UInt8(ascii: "}"))
            return .single(ExecutionResult(body: writer.json.takeBytes(), errors: errors, isDataNull: isDataNull))
        }
        let delivery = IncrementalDelivery(execution, bound)
        writer.json.append(delivery.begin(work))
        writer.json.append(UInt8(ascii: "}"))
        let initial = ExecutionResult(body: writer.json.takeBytes(), errors: errors, isDataNull: isDataNull)
        return .incremental(initial: initial, subsequent: SubsequentResults(source: delivery))
    }

    /// Chooses the operation, coerces its variables, plans it and runs it, delivering incrementally.
    ///
    /// `@defer` and `@stream` are followed whether or not the schema has them; the document need not be valid.
    public func executeIncrementally(
        _ document: PreparedDocument,
        _ request: ExecutionRequest,
        context: Context
    ) async -> IncrementalResponse {
        do throws(GraphQLErrors) {
            let bound = try bind(document, request, deliversIncrementally: true)
            return await executeIncrementally(bound, root: request.root, context: context, onError: request.onError)
        } catch {
            return .single(ExecutionResult(requestErrors: error.errors))
        }
    }
}
