/// The arguments of one request for a field with `@stream`.
struct BoundStream: Sendable {
    let label: String?
    /// Items that are not delivered later.
    let initialCount: Int
}

extension Plan {
    /// The streams that the variables do not turn off, by the numbers of their fields. An error stands for its field.
    func streams(_ variables: VariableValues) -> [Int: Result<BoundStream, GraphQLError>] {
        var streams: [Int: Result<BoundStream, GraphQLError>] = [:]
        for index in streamedFields {
            guard let stream = fields[index].delivery?.stream else { continue }
            do throws(GraphQLError) {
                if let bound = try bind(stream, variables) { streams[index] = .success(bound) }
            } catch {
                streams[index] = .failure(error)
            }
        }
        return streams
    }

    private func bind(_ stream: PlannedStream, _ variables: VariableValues) throws(GraphQLError) -> BoundStream? {
        let directive = document.directives[stream.directive]
        let arguments = try IncrementalDirectives.arguments(
            of: directive,
            in: document,
            variables: stream.values ?? variables
        )
        if arguments.turnsDirectiveOff { return nil }
        guard case .int(let count)? = arguments[IncrementalDirectives.Position.initialCount], count >= 0 else {
            throw GraphQLError("initialCount must be a positive integer")
        }
        if kind == .subscription { throw .notSupportedOnSubscriptions(IncrementalDirectives.streamName) }
        guard isIncremental else { throw .unexpectedMultiplePayloads }
        return BoundStream(label: arguments.label, initialCount: Int(count))
    }
}
