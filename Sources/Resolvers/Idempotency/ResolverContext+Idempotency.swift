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
        _ = try changingSelf()
        let tenant = try tenant()
        if let answer = try await keptAnswer(to: request, in: tenant) { return answer }
        do {
            try await attempt(request, in: tenant, run)
            return nil
        } catch let kept as KeptAnswer {
            return kept.answer
        }
    }

    /// Spares the repeated request the mutation's own checks, and a connection of its own.
    private func keptAnswer(to request: IdempotentRequest, in tenant: Tenant) async throws -> FieldAnswer? {
        let step = try query(request.lookUp(in: tenant, at: .timestamp(self.request.now)))
        await dispatch()
        guard case .deferred(let resume) = step, case .ready(let rows) = try resume() else { return nil }
        return try request.answer(in: rows)
    }

    private func attempt(
        _ request: IdempotentRequest,
        in tenant: Tenant,
        _ run: () async throws -> FieldAnswer
    ) async throws {
        defer { forgetLoaded() }
        let now = self.request.now
        var scope = tenant.scope
        // Mutations that work in an inactive organization are not known as such before they run: each asks once more.
        scope.viewerCheck = tenant.viewer.check(isMutation: false, now: now)
        try await services.database.transaction(in: scope) { transaction in
            let attempt = IdempotentAttempt(request, tenant, now: .timestamp(now), in: transaction)
            self.attempt = attempt
            defer { self.attempt = nil }
            let expiry = now.adding(days: IdempotentRequest.lifetimeDays)
            try await attempt.complete(try await run(), until: .timestamp(expiry))
        }
    }
}
