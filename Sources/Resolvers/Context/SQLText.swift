import Postgres

/// The parameters of a statement that is put together from conditions. In a tenant's, `$1` is the organization.
///
/// Texts come from the source code alone; what a client said goes into parameters.
struct SQLText {
    private(set) var parameters: [Parameter] = []
    private let reservedCount: Int

    /// - Parameter scope: in which the statement will run.
    init<S: Scope>(for scope: S.Type = TenantScope.self) {
        reservedCount = S.organizationIsFirstParameter ? 1 : 0
    }

    /// Adds a parameter. Answers its placeholder.
    mutating func parameter(_ parameter: Parameter) -> String {
        parameters.append(parameter)
        return "$\(parameters.count + reservedCount)"
    }
}
