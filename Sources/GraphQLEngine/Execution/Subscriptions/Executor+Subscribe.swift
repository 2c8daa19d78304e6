public import JSON

extension Executor {
    /// Asks the root field of a subscription for its source stream, and maps it to responses.
    ///
    /// - Parameters:
    ///   - bound: the plan of a subscription with the request's arguments.
    ///   - root: the source of the root field; only resolvers that take sources see it.
    ///   - onError: nil for what the operation asks for.
    ///   - context: makes what resolvers share, once for the source stream and once for each event.
    public func subscribe(
        _ bound: BoundPlan,
        root: JSONValue = .null,
        onError: ErrorBehavior? = nil,
        context: @escaping @Sendable () -> Context
    ) async -> SubscriptionResult {
        let plan = bound.plan
        guard plan.kind == .subscription else { return refuse("Expected subscription operation.") }
        if let failure = plan.selections[plan.root].failure { return refuse(failure) }
        guard let index = plan.selections[plan.root].fields.first else { return refuse(undefinedField(plan)) }
        let first = context()
        do {
            let events = try await events(index, bound, root, first)
            return .stream(
                ResponseStream(events) { event in
                    await respond(to: event, bound, onError ?? plan.errorBehavior, context())
                }
            )
        } catch {
            return refuse(located(first.publicError(for: error), plan, index))
        }
    }

    /// Chooses the operation, coerces its variables and plans it, and subscribes to it.
    ///
    /// - Parameter context: as ``subscribe(_:root:onError:context:)`` takes it.
    public func subscribe(
        _ document: PreparedDocument,
        _ request: ExecutionRequest,
        context: @escaping @Sendable () -> Context
    ) async -> SubscriptionResult {
        do throws(GraphQLErrors) {
            let bound = try bind(document, request)
            return await subscribe(bound, root: request.root, onError: request.onError, context: context)
        } catch {
            return .failure(ExecutionResult(requestErrors: error.errors))
        }
    }

    /// The source stream (section 6.2.3, `CreateSourceEventStream`).
    private func events(
        _ index: Int,
        _ bound: BoundPlan,
        _ root: JSONValue,
        _ context: Context
    ) async throws -> EventStream<RootEvent> {
        let field = bound.plan.fields[index]
        if let denial = field.denial { throw denial }
        let arguments = try bound.arguments[index].get()
        switch schema.resolver(of: field) {
        case .subscription(let subscribe):
            return try await subscribe(
                FieldCall(context: context, arguments: arguments, plan: bound.plan, field: index)
            )
        case .source:
            guard let subscriber = schema.subscriber, let call = bound.plan.sourceCall(index, arguments, context) else {
                throw noStream
            }
            return try await subscriber(root, call).map(RootEvent.source)
        default:
            throw noStream
        }
    }

    private var noStream: GraphQLError {
        GraphQLError("Subscription field must return Async Iterable. Received: undefined.")
    }

    private func respond(
        to event: RootEvent,
        _ bound: BoundPlan,
        _ onError: ErrorBehavior,
        _ context: Context
    ) async -> ExecutionResult {
        let execution = Execution(bound: bound, schema: schema, context: context, onError: onError)
        let group = await execution.run(event)
        return ResponseWriter.response(bound, group, onError: onError, extensions: JSONObject())
    }
}

// Subscriptions without a source stream.
extension Executor {
    private func refuse(_ message: String) -> SubscriptionResult {
        refuse(GraphQLError(message))
    }

    private func refuse(_ error: GraphQLError) -> SubscriptionResult {
        .failure(ExecutionResult(requestErrors: [error]))
    }

    private func located(_ error: GraphQLError, _ plan: Plan, _ index: Int) -> GraphQLError {
        var located = error
        if located.locations.isEmpty {
            located.locations = plan.fields[index].offsets.map { plan.document.source.location(at: $0) }
        }
        located.path = [.key(plan.fields[index].responseKey)]
        return located
    }

    private func undefinedField(_ plan: Plan) -> GraphQLError {
        let document = plan.document
        let selections = document.selections[document.operations[plan.operation].selectionSet.indices]
        guard let field = selections.first(where: { $0.kind == .field }), let name = field.name else {
            return GraphQLError("The subscription has no field.")
        }
        return GraphQLError(
            "The subscription field \"\(document.text(name))\" is not defined.",
            locations: [document.source.location(at: field.offset)]
        )
    }
}
