extension Database {
    /// Runs the body in a transaction: COMMIT when it returns, ROLLBACK when it throws. Never repeated.
    ///
    /// The body throws one type, which can carry a ``DatabaseError``; failures of the transaction itself come in it.
    /// Write `{ (transaction) throws(MyError) in … }`, as Swift infers `any Error` for a closure otherwise.
    @discardableResult
    public nonisolated(nonsending) func transaction<S: Scope, T: Sendable, E: DatabaseErrorConvertible>(
        in scope: S,
        _ body: (Transaction<S>) async throws(E) -> T
    ) async throws(E) -> T {
        let transaction = Transaction(self, scope: scope)
        let value: T
        do {
            value = try await body(transaction)
        } catch {
            await transaction.rollBack()
            throw error
        }
        do {
            try await transaction.commit()
        } catch {
            throw E(error)
        }
        return value
    }

    /// The same for a body that throws anything; failures of the transaction itself are a ``DatabaseError``.
    @discardableResult
    public nonisolated(nonsending) func transaction<S: Scope, T: Sendable>(
        in scope: S,
        _ body: (Transaction<S>) async throws -> T
    ) async throws -> T {
        let transaction = Transaction(self, scope: scope)
        let value: T
        do {
            value = try await body(transaction)
        } catch {
            await transaction.rollBack()
            throw error
        }
        try await transaction.commit()
        return value
    }
}
