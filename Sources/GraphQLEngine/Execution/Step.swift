/// What a batch resolver answers: its values, or what gives them once the level's requests were dispatched.
///
/// A resolver that needs the database hands its statement to the request's context and answers
/// ``deferred(_:)``. When every field of the level has been started, the executor dispatches the context once
/// and calls the closures, which may defer again.
public enum Step<Value> {
    case ready(Value)
    case deferred(() throws -> Step<Value>)

    /// The step with another value in the place of this one's, now or later.
    public func map<Other>(_ transform: @escaping (Value) throws -> Other) rethrows -> Step<Other> {
        switch self {
        case .ready(let value): .ready(try transform(value))
        case .deferred(let resume): .deferred { try resume().map(transform) }
        }
    }

    /// The step followed by another one that depends on its value.
    public func flatMap<Other>(_ transform: @escaping (Value) throws -> Step<Other>) rethrows -> Step<Other> {
        switch self {
        case .ready(let value): try transform(value)
        case .deferred(let resume): .deferred { try resume().flatMap(transform) }
        }
    }
}

/// What resolvers of one request share: loaders, and the statements of the level that is being started.
public protocol RequestContext: AnyObject, Sendable {
    /// Sends what the resolvers of this level have asked for, and returns when the answers are there.
    ///
    /// It does not throw: a request that failed makes the closures throw that wait for it.
    func dispatch() async

    /// The public form of an error that a resolver threw; unknown causes are masked and logged here.
    func publicError(for error: any Error) -> GraphQLError

    /// Who asks may change within a request, as by a mutation that signs somebody in. From then on this is what they
    /// may select, and holds besides the policy that the plan was made with; nil as long as nothing has changed.
    var changedAccess: (any AccessPolicy)? { get }

    /// Runs a root field of a mutation that has directives of the schema's own, or answers in its place.
    ///
    /// - Parameter run: resolves the field and all that is selected below it, and gives what the response will have.
    ///   It throws what the field's resolver threw; errors further below stand in the answer.
    /// - Returns: the answer to write instead; nil when the field was run.
    /// - Throws: what becomes the field's error, whether or not it was run.
    func perform(_ mutation: RootMutation, _ run: () async throws -> FieldAnswer) async throws -> FieldAnswer?
}

extension RequestContext {
    public var changedAccess: (any AccessPolicy)? { nil }

    public func perform(_ mutation: RootMutation, _ run: () async throws -> FieldAnswer) async throws -> FieldAnswer? {
        _ = try await run()
        return nil
    }
}
