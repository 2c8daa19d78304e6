import Auth
public import GraphQLEngine
import Postgres
import Time

extension ResolverContext {
    /// Follows `@idempotent`: answers what is kept under the key, or runs the mutation and keeps its answer.
    public func perform(_ mutation: RootMutation, _ run: () async throws -> FieldAnswer) async throws -> FieldAnswer? {
        guard let request = try IdempotentRequest(mutation) else {
            _ = try await run()
            return nil
        }
        let scope = try tenantScope()
        if principal?.device == nil { _ = try changingSelf() }
        if let answer = try await keptAnswer(to: request) { return answer }
        do {
            try await attempt(request, in: scope, run)
            return nil
        } catch let kept as KeptAnswer {
            return kept.answer
        }
    }

    /// Whose the keys of the caller are: a person's, or null for the device that the check knows.
    private var actor: Parameter { .optional(viewer?.claims.userID) }

    /// Spares the repeated request the mutation's own checks, and a connection of its own.
    private func keptAnswer(to request: IdempotentRequest) async throws -> FieldAnswer? {
        let rows = try await value(of: try query(request.lookUp(by: actor, at: .timestamp(self.request.now))))
        return try request.answer(in: rows)
    }

    private func attempt(
        _ request: IdempotentRequest,
        in scope: TenantScope,
        _ run: () async throws -> FieldAnswer
    ) async throws {
        defer { forgetLoaded() }
        let now = self.request.now
        var scope = scope
        // Mutations that work in an inactive organization are not known as such before they run: each asks once more.
        scope.viewerCheck = principal?.check(isMutation: false, now: now)
        try await services.database.transaction(in: scope) { transaction in
            let attempt = IdempotentAttempt(request, by: actor, now: .timestamp(now), in: transaction)
            self.attempt = attempt
            defer { self.attempt = nil }
            let expiry = now.adding(days: IdempotentRequest.lifetimeDays)
            try await attempt.complete(try await run(), until: .timestamp(expiry))
        }
    }
}
