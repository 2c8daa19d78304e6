import Auth
import GraphQLEngine
import Postgres

/// The members that every payload has.
protocol MutationPayload: ObjectRow {
    var userErrors: [UserErrorRow] { get }
    var clientMutationId: String? { get }
}

extension ObjectBinding where Row: MutationPayload, Context == ResolverContext {
    mutating func bindPayload() {
        child("userErrors") { $0.userErrors }
        value("clientMutationId") { $0.clientMutationId }
    }
}

/// What a mutation's transaction came to: its result, or what the caller has to mend. Nothing in between.
typealias MutationOutcome<Value> = Result<Value, UserErrors>

extension ResolverContext {
    /// Runs a mutation in one transaction of the caller's organization, the caller's check at its head.
    ///
    /// Thrown ``UserErrors`` and violated constraints that the caller can mend roll back and come out as failure;
    /// everything else is thrown on.
    ///
    /// - Parameters:
    ///   - path: where the input of the constrained fields stands, such as `["input", "employee"]`.
    ///   - isForInactiveToo: whether the mutation works in an inactive organization.
    func mutate<Value: Sendable>(
        path: [String] = ["input"],
        isForInactiveToo: Bool = false,
        _ body: (Transaction<TenantScope>) async throws -> Value
    ) async throws -> MutationOutcome<Value> {
        var scope = try tenantScope()
        scope.viewerCheck = principal?.check(isMutation: !isForInactiveToo, now: request.now)
        do {
            let value = try await transact(in: scope, body)
            noteCommitted()
            return .success(value)
        } catch let error as UserErrors {
            return .failure(error)
        } catch let error as DatabaseError {
            guard let userError = ConstraintErrors.userError(for: error, path: path) else { throw error }
            return .failure(UserErrors([userError]))
        }
    }
}

extension ResolverContext {
    private func transact<Value: Sendable>(
        in scope: TenantScope,
        _ body: (Transaction<TenantScope>) async throws -> Value
    ) async throws -> Value {
        if let attempt { return try await attempt.part(in: scope, body) }
        return try await services.database.transaction(in: scope, body)
    }
}

extension Result where Failure == UserErrors {
    var userErrors: [UserErrorRow] {
        if case .failure(let error) = self { error.errors } else { [] }
    }

    var value: Success? {
        if case .success(let value) = self { value } else { nil }
    }
}
