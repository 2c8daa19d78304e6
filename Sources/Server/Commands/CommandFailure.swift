import ArgumentParser
import Postgres

/// Ends a command with one line on standard error.
enum CommandFailure {
    /// Runs a command's body; what it throws becomes a line and an exit code: 78 for settings, 1 for the rest.
    static func reporting(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as SettingError {
            throw failure(error.description, SettingError.exitCode)
        } catch let error as DatabaseError {
            throw failure(DatabaseProblem.text(error), 1)
        } catch let error as MigrationError {
            throw failure(error.description, 1)
        } catch let error as CommandError {
            throw failure(error.description, 1)
        }
    }

    private static func failure(_ message: String, _ code: Int32) -> ExitCode {
        Console.showError("rollcall: \(message)")
        return ExitCode(code)
    }
}

/// Why a command was refused, in one sentence.
struct CommandError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
