/// What the `@defer` directives of a document say for one request's variables, which is part of a plan.
struct DeferDirectives: Hashable {
    /// A fragment that is delivered later.
    struct Usage: Hashable {
        /// Index into ``Document/directives``.
        let directive: Int
        let label: String?
    }

    private enum Decision: Hashable {
        case now
        case later(Usage)
        case failed(Failure)
    }

    private struct Failure: Hashable {
        let error: GraphQLError

        func hash(into hasher: inout Hasher) { hasher.combine(error.message) }
    }

    /// By index into ``Document/directives``.
    private let decisions: [Int: Decision]

    /// - Parameter indexes: those of the document's `@defer` directives.
    init(_ indexes: [Int], of document: Document, variables: VariableValues) {
        var decisions: [Int: Decision] = [:]
        for index in indexes { decisions[index] = DeferDirectives.decision(index, document, variables) }
        self.decisions = decisions
    }

    private static func decision(_ index: Int, _ document: Document, _ variables: VariableValues) -> Decision {
        let directive = document.directives[index]
        do throws(GraphQLError) {
            let arguments = try IncrementalDirectives.arguments(of: directive, in: document, variables: variables)
            return arguments.turnsDirectiveOff ? .now : .later(Usage(directive: index, label: arguments.label))
        } catch {
            return .failed(Failure(error: error))
        }
    }

    /// Nil where the fragment with these directives is not deferred; of repeated directives the first one counts.
    ///
    /// - Parameter values: what variables stand for inside a fragment with variables of its own; nil elsewhere.
    func usage(
        _ directives: NodeRange,
        of document: Document,
        in values: VariableValues?
    ) throws(GraphQLError) -> Usage? {
        if decisions.isEmpty || directives.isEmpty { return nil }
        for index in directives.indices {
            var decision = decisions[index]
            if let values, decision != nil { decision = DeferDirectives.decision(index, document, values) }
            switch decision {
            case .now: return nil
            case .later(let usage): return usage
            case .failed(let failure): throw failure.error
            case nil: continue
            }
        }
        return nil
    }
}
