public import Postgres

/// Deletes many rows a few at a time, so that no transaction is long.
public enum Deletion {
    private static let batchSize: Int64 = 1_000

    /// Runs the statement, each time in a transaction of its own, until it finds less than a whole batch.
    ///
    /// - Parameter statement: deletes at most as many rows as it is given.
    public static func inBatches(
        from database: Database,
        _ statement: (_ limit: Int64) -> BoundStatement<SystemScope>
    ) async throws {
        var count = 0
        repeat {
            try Task.checkCancellation()
            count = try await database.transaction(in: SystemScope()) { transaction in
                try await transaction.run(statement(batchSize)).affectedRows
            }
        } while Int64(count) >= batchSize
    }
}
