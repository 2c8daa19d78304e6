import Postgres

/// The index of trigrams over names, numbers and e-mail addresses of the live employees.
///
/// LIKE is not leakproof, so under the tenants' policy PostgreSQL answers it from no index; `app.search_employees` looks
/// there with the tenant's predicate in it. It finds all that have a fragment in any of the three, so it stands beside
/// the condition on a single one.
enum EmployeeSearchIndex {
    /// Shorter fragments are in too many texts: to read the list in its order finds a page of them sooner.
    private static let minimumLength = 3

    /// A condition for each fragment that the index answers.
    ///
    /// - Parameter findsDeleted: whether deleted employees are wanted, too, whom the index does not have.
    static func condition(_ fragments: [String], findsDeleted: Bool, _ sql: inout SQLText) -> [String] {
        guard !findsDeleted else { return [] }
        return fragments.filter { $0.unicodeScalars.count >= minimumLength }.map {
            "e.id IN (SELECT app.search_employees(\(sql.parameter(.text($0)))))"
        }
    }
}
