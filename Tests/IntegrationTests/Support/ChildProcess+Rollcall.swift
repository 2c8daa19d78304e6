import TestProcesses

extension ChildProcess {
    /// The program `rollcall`.
    convenience init(rollcall arguments: [String], environment: [String: String], directory: String) throws {
        try self.init(Repository.program("rollcall"), arguments, environment: environment, directory: directory)
    }

    /// Runs `rollcall` to its end.
    static func rollcall(_ arguments: [String], environment: [String: String], directory: String) throws -> Exit {
        try ChildProcess(rollcall: arguments, environment: environment, directory: directory).waitForExit()
    }
}
