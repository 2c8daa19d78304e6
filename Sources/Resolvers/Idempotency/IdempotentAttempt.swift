import GraphQLEngine
import Postgres

/// One run of a mutation under a key: its changes, what is selected below it and the answer's row are one transaction.
///
/// The transaction begins with the first change, so that no connection is held before it.
final class IdempotentAttempt {
    private let request: IdempotentRequest
    private let actor: Parameter
    private let now: Parameter
    private let transaction: Transaction<TenantScope>
    private var hasBegun = false
    /// What ended the transaction early; the fields that met it are not to be answered.
    private var failure: (any Error)?

    init(_ request: IdempotentRequest, by actor: Parameter, now: Parameter, in transaction: Transaction<TenantScope>) {
        self.request = request
        self.actor = actor
        self.now = now
        self.transaction = transaction
    }

    /// Takes the key, and looks whether it has been used since it was looked up first.
    ///
    /// - Throws: ``KeptAnswer``, `IDEMPOTENCY_IN_PROGRESS` or `IDEMPOTENCY_KEY_MISMATCH`.
    private func begin() async throws {
        if hasBegun { return }
        let results = try await transaction.pipeline([request.lock(by: actor), request.lookUp(by: actor, at: now)])
        hasBegun = true
        if let answer = try request.answer(in: results[1]) { throw KeptAnswer(answer: answer) }
        if !results[0][0].bool(0) { throw PublicErrors.idempotencyInProgress }
    }

    /// Runs what would be a transaction of its own. When it throws, it alone is undone.
    ///
    /// - Parameter scope: the tenant's, with the check of the viewer that the mutation asks for.
    func part<Value: Sendable>(
        in scope: TenantScope,
        _ body: (Transaction<TenantScope>) async throws -> Value
    ) async throws -> Value {
        try await begin()
        return try await transaction.savepoint {
            try await transaction.within(scope) { transaction in
                let value = try await body(transaction)
                try await transaction.checkDeferredConstraints()
                return value
            }
        }
    }

    /// Reads what is selected, as the transaction sees it.
    func read<S: Scope>(_ statements: [BoundStatement<S>], in scope: S) async throws(DatabaseError) -> [ResultSet] {
        do {
            try await begin()
            return try await transaction.within(scope) { try await $0.pipeline(statements) }
        } catch {
            failure = failure ?? error
            throw error as? DatabaseError ?? .closed
        }
    }

    /// Keeps the answer, with which the transaction may be committed.
    ///
    /// - Throws: what kept a field from being read: the transaction is over, and the attempt with it.
    func complete(_ answer: FieldAnswer, until expiry: Parameter) async throws {
        if let failure { throw failure }
        try await begin()
        _ = try await transaction.run(request.keep(answer, by: actor, from: now, until: expiry))
    }
}
