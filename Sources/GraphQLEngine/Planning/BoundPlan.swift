/// A plan with one request's arguments.
public struct BoundPlan: Sendable {
    /// What is to be executed.
    public let plan: Plan
    /// By the number of the planned field.
    let arguments: [Result<InputObject, GraphQLError>]
    /// What `@stream` says, by the number of the planned field; empty for documents without it.
    let streams: [Int: Result<BoundStream, GraphQLError>]
    private let variables: VariableValues

    /// - Parameter variables: coerced for the plan's operation.
    public init(_ plan: Plan, variables: VariableValues, options: PlanningOptions = PlanningOptions()) {
        self.plan = plan
        arguments = plan.coercedArguments(variables, hidesSuggestions: options.hidesSuggestions)
        streams = plan.streams(variables)
        self.variables = variables
    }

    /// - Throws: when an argument of a directive cannot be coerced.
    func directives(of field: Int) throws(GraphQLError) -> [FieldDirective] {
        try plan.directives(of: field, variables)
    }

    /// What the request may cost, known before anything runs: the weights of its fields, multiplied by page sizes
    /// and assumed lengths of lists. Linear in the plan; never beyond `Int.max`.
    public var cost: Int {
        var estimate = CostEstimate(self)
        let mutations = plan.kind == .mutation ? plan.selections[plan.root].fields.count * PlannedCost.mutation : 0
        return estimate.cost(plan.root, pageSize: 1).adding(mutations)
    }
}

/// Adds up a plan's cost; selections that are reached several times are counted once per page size.
private struct CostEstimate {
    private struct Key: Hashable {
        let selection: Int
        let pageSize: Int
    }

    private let bound: BoundPlan
    private var known: [Key: Int] = [:]
    private var depth = 0

    init(_ bound: BoundPlan) {
        self.bound = bound
    }

    mutating func cost(_ selection: Int, pageSize: Int) -> Int {
        let key = Key(selection: selection, pageSize: pageSize)
        if let known = known[key] { return known }
        // A selection that is reached from itself has no end; one that lies too deep is not worth following.
        known[key] = .max
        guard depth < ObjectGroup.maximumDepth else { return .max }
        depth += 1
        defer { depth -= 1 }
        var sum = 0
        for index in bound.plan.selections[selection].fields {
            sum = sum.adding(cost(ofField: index, pageSize: pageSize))
        }
        for part in bound.plan.selections[selection].deferral?.parts ?? [] {
            sum = sum.adding(cost(part.selection, pageSize: pageSize))
        }
        known[key] = sum
        return sum
    }

    private mutating func cost(ofField index: Int, pageSize: Int) -> Int {
        let field = bound.plan.fields[index]
        // Introspection has limits of its own, and its answer does not grow with anybody's data.
        if field.target == .schema || field.target == .type { return 0 }
        guard field.denial == nil, case .success(let arguments) = bound.arguments[index] else { return 0 }
        let innerPageSize = field.cost.pageArguments.isEmpty ? 1 : field.cost.pageSize(arguments)
        let below = field.selections.map { cost($0.selection, pageSize: innerPageSize) }.max() ?? 0
        let (weight, repetition) = (field.cost.weight, field.cost.repetition)
        switch repetition {
        case .once: return weight.adding(below)
        case .list: return weight.adding(below).multiplied(by: PlannedCost.listLength)
        case .page: return weight.adding(below).multiplied(by: pageSize)
        }
    }
}

extension Int {
    fileprivate func adding(_ other: Int) -> Int {
        let (sum, isOverflow) = addingReportingOverflow(other)
        return isOverflow ? .max : sum
    }

    fileprivate func multiplied(by other: Int) -> Int {
        let (product, isOverflow) = multipliedReportingOverflow(by: other)
        return isOverflow ? .max : product
    }
}
