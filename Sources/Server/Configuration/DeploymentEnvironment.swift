/// What the server runs for.
public enum DeploymentEnvironment: String, Sendable, CaseIterable {
    /// On a developer's machine: the start prints how to sign in.
    case development
    case production
    /// Under tests: the clock comes from a header, and loopback may name the client's address. Only on loopback.
    case test
}
