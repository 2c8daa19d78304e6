import Auth
import GraphQLEngine
import JSON
import Resolvers

/// The way of a request, from what a client asks to the answer.
struct RequestPipeline: Sendable {
    private let executor: Executor<ResolverContext>
    private let documents: DocumentPreparation
    private let services: Services
    private let authentication: Authentication
    private let maximumCost: Int

    init(
        schema: ExecutableSchema<ResolverContext>,
        services: Services,
        authentication: Authentication,
        limits: ServerLimits
    ) {
        executor = Executor(schema: schema)
        documents = DocumentPreparation(schema: schema.schema, limits: limits)
        self.services = services
        self.authentication = authentication
        maximumCost = limits.cost
    }

    /// Answers one operation. Whatever goes wrong stands in the answer.
    func answer(_ request: GraphQLRequest, from caller: Caller) async -> Answer {
        let principal = authentication.principal(of: caller)
        do throws(RequestError) {
            // Anybody can make up a text in the form of a device's key, so that gives no room for long documents.
            let document = try prepare(request.query, isSignedIn: principal?.viewer != nil)
            let operation = try choose(request.operationName, document)
            let variables = try coerce(request, operation, document)
            let plan = try plan(operation, document, variables, ViewerAccess(principal))
            let bound = try bind(plan, variables)
            var information = caller.information
            information.operationName = document.document.nameOfOperation(operation)
            let context = ResolverContext(services: services, request: information, principal: principal)
            let extensions: JSONObject = caller.wantsCost ? ["cost": .int(Int64(bound.cost))] : [:]
            var answer = Answer(
                await executor.execute(bound, context: context, onError: request.onError, extensions: extensions)
            )
            answer.cookieChange = context.cookieChange
            return answer
        } catch {
            return ErrorAnswer.answer(error)
        }
    }

    /// Answers the operations of a batch one after another, as an array.
    func answer(_ batch: [GraphQLRequest], from caller: Caller) async -> Answer {
        var answers: [Answer] = []
        for request in batch { answers.append(await answer(request, from: caller)) }
        return Answer(batch: answers)
    }
}

extension RequestPipeline {
    private func prepare(_ text: String, isSignedIn: Bool) throws(RequestError) -> PreparedDocument {
        do { return try documents.prepare(text, isSignedIn: isSignedIn) } catch { throw .document(error) }
    }

    private func choose(_ name: String?, _ document: PreparedDocument) throws(RequestError) -> Int {
        do { return try OperationChoice.choose(name, in: document.document) } catch { throw .operation(error) }
    }

    private func coerce(
        _ request: GraphQLRequest,
        _ operation: Int,
        _ document: PreparedDocument
    ) throws(RequestError) -> VariableValues {
        do {
            return try CoerceVariables.coerce(
                operation: operation,
                document: document.document,
                schema: executor.schema.schema,
                variables: request.variables
            )
        } catch { throw .variables(error) }
    }

    private func plan(
        _ operation: Int,
        _ document: PreparedDocument,
        _ variables: VariableValues,
        _ access: ViewerAccess
    ) throws(RequestError) -> Plan {
        do {
            return try document.plan(
                operation: operation,
                schema: executor.schema.schema,
                access: access,
                variables: variables
            )
        } catch { throw .planning(error) }
    }

    private func bind(_ plan: Plan, _ variables: VariableValues) throws(RequestError) -> BoundPlan {
        let bound = BoundPlan(plan, variables: variables)
        let cost = bound.cost
        guard cost <= maximumCost else { throw .tooExpensive(cost: cost, maximum: maximumCost) }
        return bound
    }
}
