import Postgres

/// Why the schema cannot be brought up to date, or the server does not start on it; one sentence each.
enum MigrationError: Error, Equatable {
    case directoryMissing(String)
    case fileMissing(String)
    case unknown(String)
    case edited(String)
    case outOfOrder(String, String)
    case pending([String])
    case failed(String, DatabaseError)
    case database(DatabaseError)
}

extension MigrationError: CustomStringConvertible {
    var description: String {
        switch self {
        case .directoryMissing(let path): "There are no migrations in \(path): set MIGRATIONS_DIRECTORY."
        case .fileMissing(let path): "The migration's file \(path) cannot be read."
        case .unknown(let name):
            "The database has the migration \(name), which this version does not know: run a version that does."
        case .edited(let name):
            "The migration \(name) was changed after it had been applied: restore the file and write a new migration."
        case .outOfOrder(let name, let last): "The migration \(name) comes before \(last), which was applied already."
        case .pending(let names):
            "The database is not up to date (\(names.joined(separator: ", "))): run rollcall migrate."
        case .failed(let name, let error): "The migration \(name) failed and was undone: \(DatabaseProblem.text(error))"
        case .database(let error): DatabaseProblem.text(error)
        }
    }
}

/// Database errors as one sentence for operators.
enum DatabaseProblem {
    static func text(_ error: DatabaseError) -> String {
        switch error {
        case .server(let report): "PostgreSQL says: \(report.message) (SQLSTATE \(report.sqlState))."
        case .unavailable(let reason): "PostgreSQL cannot be reached: \(onOneLine(reason))"
        case .unsafeRole(let reason): reason
        case .invalidConfiguration(let reason): "The connection string cannot be read: \(reason)"
        default: "The database failed: \(error)."
        }
    }

    /// libpq puts hints on lines of their own.
    private static func onOneLine(_ text: String) -> String {
        text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    }
}
