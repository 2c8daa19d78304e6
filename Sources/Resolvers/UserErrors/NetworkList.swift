import Postgres
import Schema

/// Networks from which something may be done, as clients give them.
enum NetworkList {
    private static let maximumCount = 100

    static func check(_ networks: [String], _ field: String, _ errors: inout InputErrors) {
        if networks.count > maximumCount {
            errors.add(.tooLong, "This may have at most \(maximumCount) networks.", field)
        }
    }

    /// What to throw for the failure of a statement in which a list of networks is the one text whose form the database
    /// judges: the error itself when it is about something else.
    static func refusal(for error: DatabaseError, path: [String]) -> any Error {
        guard case .server(let report) = error, report.code == .invalidTextRepresentation else { return error }
        return UserErrors(
            .invalid,
            "A network is an address with the length of its prefix, such as \"192.0.2.0/24\" or \"2001:db8::/32\".",
            path: path
        )
    }
}
