import Testing

/// The real program, spoken to over HTTP. One server is started for all suites inside of this one, which run one after
/// another; each test signs up organizations of its own.
@Suite(.serialized, .servingOnce) struct IntegrationTests {}

extension Trait where Self == ServingOnce {
    fileprivate static var servingOnce: ServingOnce { ServingOnce() }
}

/// Starts the server before a suite, and afterwards stops it and looks at its exit code.
struct ServingOnce: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await RunningServer.with { server in
            try await RunningServer.$shared.withValue(server) { try await function() }
        }
    }
}
