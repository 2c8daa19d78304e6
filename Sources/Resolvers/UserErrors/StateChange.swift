import Schema

/// A state that something has, and which others it can get.
struct StateChange<State: RawRepresentable & Equatable & Sendable> where State.RawValue == String {
    let from: State
    let to: State
    let allowed: [State]

    var isAllowed: Bool { allowed.contains(to) }

    /// What a caller hears for a state that is not allowed.
    ///
    /// - Parameter what: what has the state, such as "organization".
    func error(of what: String, path: [String]) -> UserErrorRow {
        let words = from.rawValue.lowercased() + (from == to ? " already" : "")
        let error = GenericErrorRow(code: .invalidTransition, message: "The \(what) is \(words).", path: path)
        let allowed = allowed.map(\.rawValue)
        return .transition(TransitionErrorRow(error: error, from: from.rawValue, to: to.rawValue, allowed: allowed))
    }
}
