/// What a field adds to the cost of a request, and how often what is below it counts.
struct PlannedCost: Sendable {
    /// How often the selections below a field count.
    enum Repetition: Sendable {
        case once
        /// A plain list: its length is not known before.
        case list
        /// The nodes or edges of the connection above: its page size.
        case page
    }

    static let listLength = 10
    static let defaultPageSize = 20
    static let mutation = 10

    let weight: Int
    let repetition: Repetition
    /// Positions of `first` and `last` among the arguments of a field that gives a connection.
    let pageArguments: [Int]

    init(of field: FieldDefinition, on parent: NamedType, giving type: NamedType, in schema: Schema) {
        weight = PlannedCost.weight(field) ?? (type.kind.isComposite ? 1 : 0)
        if case .list = schema[schema.nullable(field.type)], type.kind.isComposite {
            repetition = PlannedCost.isConnection(parent) ? .page : .list
        } else {
            repetition = .once
        }
        pageArguments = PlannedCost.isConnection(type) ? ["first", "last"].compactMap(field.argumentIndex) : []
    }

    /// The page size that a connection field's arguments ask for.
    func pageSize(_ arguments: InputObject) -> Int {
        for index in pageArguments {
            if case .int(let size)? = arguments[index] { return Int(clamping: max(size, 0)) }
        }
        return PlannedCost.defaultPageSize
    }

    private static func weight(_ field: FieldDefinition) -> Int? {
        guard case .int(let weight)? = field.appliedDirectives.first(where: { $0.name == "cost" })?["weight"] else {
            return nil
        }
        return Int(clamping: weight)
    }

    /// By its name, as the Cursor Connections Specification has it (section 2.1).
    private static func isConnection(_ type: NamedType) -> Bool {
        type.name.hasSuffix("Connection")
    }
}
