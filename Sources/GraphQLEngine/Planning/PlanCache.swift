import Synchronization

/// Keeps what was made of documents: their parsed and validated form, and the plans of their operations.
///
/// Bounded by the number of documents and by the bytes of their texts; the least recently used one goes first.
public final class PlanCache: Sendable {
    private struct State {
        var entries: [[UInt8]: Entry] = [:]
        var clock: UInt64 = 0
        var bytes = 0
    }

    private struct Entry {
        let document: PreparedDocument
        var lastUse: UInt64
    }

    private let maximumDocuments: Int
    private let maximumBytes: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - maximumDocuments: documents kept.
    ///   - maximumBytes: their texts together; the parsed form takes about ten times as much.
    public init(maximumDocuments: Int = 1_000, maximumBytes: Int = 4 << 20) {
        self.maximumDocuments = maximumDocuments
        self.maximumBytes = maximumBytes
    }

    /// What was kept for a text, which counts as a use; nil if there is nothing.
    public func document(for text: [UInt8]) -> PreparedDocument? {
        state.withLock { state in
            state.clock += 1
            guard let index = state.entries.index(forKey: text) else { return nil }
            state.entries.values[index].lastUse = state.clock
            return state.entries.values[index].document
        }
    }

    /// Keeps a document for a text, and forgets others as the limits demand.
    public func insert(_ document: PreparedDocument, for text: [UInt8]) {
        state.withLock { state in
            state.clock += 1
            if state.entries.updateValue(Entry(document: document, lastUse: state.clock), forKey: text) == nil {
                state.bytes += text.count
            }
            while state.entries.count > maximumDocuments || state.bytes > maximumBytes { evict(&state) }
        }
    }

    private func evict(_ state: inout State) {
        guard let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key else { return }
        state.entries[oldest] = nil
        state.bytes -= oldest.count
    }
}

/// A document with the plans made of it so far.
public final class PreparedDocument: Sendable {
    /// The parsed document.
    public let document: Document
    private let conditionVariables: [Int32]
    /// Indexes of the `@defer` directives.
    private let deferDirectives: [Int]
    private let mentionsStreams: Bool
    /// Whether a plan serves one request only.
    private let dependsOnValues: Bool
    private let plans = Mutex<[PlanKey: Plan]>([:])
    private static let maximumPlans = 64

    private struct PlanKey: Hashable {
        let operation: Int
        let access: [UInt64]
        let options: PlanningOptions
        let conditions: [Int32: SelectionConditions.Variable]
        let deferrals: DeferDirectives
    }

    /// A document without plans, for which no variable has been looked at.
    public init(_ document: Document) {
        self.document = document
        dependsOnValues = document.definesFragmentVariables
        conditionVariables = SelectionConditions.variables(in: document)
        deferDirectives = document.directiveIndexes(named: IncrementalDirectives.deferName)
        mentionsStreams = !document.directiveIndexes(named: IncrementalDirectives.streamName).isEmpty
    }

    /// The plan of an operation for what a viewer may see, made on first use; at each use where fragments define
    /// variables.
    ///
    /// - Parameter variables: coerced; those in `@skip`, `@include` and `@defer` decide on the plan.
    public func plan(
        operation: Int,
        schema: Schema,
        access: any AccessPolicy,
        variables: VariableValues,
        options: PlanningOptions = PlanningOptions()
    ) throws(GraphQLErrors) -> Plan {
        var conditions: [Int32: SelectionConditions.Variable] = [:]
        for symbol in conditionVariables {
            conditions[symbol] = SelectionConditions.Variable(variables.value(of: symbol))
        }
        var options = options
        if deferDirectives.isEmpty, !mentionsStreams { options.deliversIncrementally = false }
        let deferrals = DeferDirectives(deferDirectives, of: document, variables: variables)
        let key = PlanKey(
            operation: operation,
            access: access.key,
            options: options,
            conditions: conditions,
            deferrals: deferrals
        )
        if !dependsOnValues, let plan = plans.withLock({ $0[key] }) { return plan }
        var planner = Planner(
            document: document,
            schema: schema,
            operation: operation,
            access: access,
            options: options,
            conditions: conditions,
            deferrals: deferrals,
            variables: variables
        )
        let plan = try planner.plan()
        if dependsOnValues { return plan }
        plans.withLock { plans in
            if plans.count >= PreparedDocument.maximumPlans { plans.removeAll() }
            plans[key] = plan
        }
        return plan
    }
}
