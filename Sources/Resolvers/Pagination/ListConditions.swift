/// What holds of a list's rows, and which parts of it have an index of their own.
struct ListConditions {
    var conditions: [String]
    private(set) var narrowing: Narrowing?
    /// Conditions of which one holds, and no two at once. Each is read by its own index in the order of the list.
    private(set) var alternatives: [String] = []

    init(_ conditions: [String]) {
        self.conditions = conditions
    }

    /// The first narrowing is the list's, those after it are conditions like others.
    mutating func narrow(_ narrowings: [Narrowing]) {
        guard narrowing == nil, let first = narrowings.first else {
            conditions += narrowings.map(\.condition)
            return
        }
        narrowing = first
        conditions += narrowings.dropFirst().map(\.condition)
    }

    /// That the column has one of the names. Several of the first such column are the list's alternatives.
    mutating func choose(_ column: String, _ names: [String]) {
        split(EnumCondition.alternatives(column, names))
    }

    /// That one of the conditions holds, of which no two hold at once.
    mutating func split(_ choices: [String]) {
        if alternatives.isEmpty && choices.count > 1 {
            alternatives = choices
        } else {
            conditions.append(EnumCondition.either(choices))
        }
    }

    /// All that holds, as conditions like others.
    var all: [String] {
        let narrowed = narrowing.map { [$0.condition] } ?? []
        return conditions + narrowed + (alternatives.isEmpty ? [] : [EnumCondition.either(alternatives)])
    }

    /// The page's rows, from whichever index is theirs.
    ///
    /// - Parameters:
    ///   - select: the rows with all of these conditions, in their order and limited to the page, with their place in
    ///     the order as the last columns if they are to be ordered once more.
    ///   - order: the order by these columns, with the page's limit.
    func page(_ select: (_ conditions: [String], _ isPlaced: Bool) -> String, order: String) -> String {
        guard narrowing != nil || !alternatives.isEmpty else { return select(conditions, false) }
        let either = alternatives.isEmpty ? [] : [EnumCondition.either(alternatives)]
        let few = narrowing.map { $0.fewRows { select(conditions + either + [$0], true) } }
        let many = narrowing.map { [$0.manyCondition] } ?? []
        let lists = alternatives.isEmpty ? [[]] : alternatives.map { [$0] }
        let parts = (few.map { [$0] } ?? []) + lists.map { select(conditions + $0 + many, true) }
        return """
            \(narrowing?.prelude ?? "")SELECT page.* FROM (\(parts.map { "(\($0))" }.joined(separator: " UNION ALL "))) \
            AS page \(order)
            """
    }
}
