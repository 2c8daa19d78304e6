import Postgres

/// The parameters of a tenant statement that is put together from conditions. `$1` is the organization.
///
/// Texts come from the source code alone; what a client said goes into parameters.
struct SQLText {
    private(set) var parameters: [Parameter] = []

    /// Adds a parameter. Answers its placeholder.
    mutating func parameter(_ parameter: Parameter) -> String {
        parameters.append(parameter)
        return "$\(parameters.count + 1)"
    }
}
