import GraphQLEngine

extension ResolverContext {
    /// What a step gives, with as many dispatches as it takes: for mutations, which wait for what they ask.
    func value<Value>(of step: Step<Value>) async throws -> Value {
        var step = step
        while true {
            switch step {
            case .ready(let value): return value
            case .deferred(let resume):
                await dispatch()
                step = try resume()
            }
        }
    }
}
