import Schema

/// Thrown in a mutation's transaction: rolls it back and becomes the payload's `userErrors`.
struct UserErrors: Error {
    let errors: [UserErrorRow]

    init(_ errors: [UserErrorRow]) {
        self.errors = errors
    }

    init(_ code: UserErrorCode, _ message: String, path: [String]? = nil) {
        errors = [UserErrorRow(code, message, path: path)]
    }

    /// An id that names nothing the viewer may see.
    static func notFound(_ what: String, path: [String]) -> UserErrors {
        UserErrors(.notFound, "There is no such \(what).", path: path)
    }

    static func staleVersion(current: Int32, path: [String] = ["input", "expectedVersion"]) -> UserErrors {
        let error = GenericErrorRow(
            code: .staleVersion,
            message: "It was changed since you read it. Read it again, then repeat the change.",
            path: path
        )
        return UserErrors([.staleVersion(StaleVersionErrorRow(error: error, currentVersion: current))])
    }
}
