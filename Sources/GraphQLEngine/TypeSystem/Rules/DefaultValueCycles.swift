/// Finds defaults of input fields that take in themselves (GraphQL specification, section 3.10 "Input Objects",
/// InputObjectDefaultValueHasCycle).
struct DefaultValueCycles {
    struct Cycle {
        let message: String
        let places: [SourcePlace?]
    }

    private typealias Field = DefaultValueReferences.Field

    private let references: DefaultValueReferences
    private var visited: Set<DefaultValueReferences.Field> = []

    init(_ schema: Schema) {
        references = DefaultValueReferences(schema: schema)
    }

    /// The cycles that can be reached from an object of this type in which no field is given, but for those that
    /// were found before. The walk has a stack of its own, because a chain may be as long as the schema.
    mutating func cycles(from type: TypeID) -> [Cycle] {
        var cycles: [Cycle] = []
        var path: [Field] = []
        var positions: [Field: Int] = [:]
        var pending = [references.fieldsOfEmptyObject(of: type)[...]]
        while let fields = pending.last {
            if let field = fields.first {
                pending[pending.count - 1] = fields.dropFirst()
                if let position = positions[field] {
                    cycles.append(cycle(Array(path[position...])))
                } else if visited.insert(field).inserted {
                    positions[field] = path.count
                    path.append(field)
                    pending.append(takenIn(by: field)[...])
                }
            } else {
                pending.removeLast()
                if let field = path.popLast() { positions[field] = nil }
            }
        }
        return cycles
    }

    private func definition(_ field: Field) -> InputValueDefinition {
        references.schema[field.type].inputFields[field.index]
    }

    private func takenIn(by field: Field) -> [Field] {
        let definition = definition(field)
        guard let literal = references.schema.defaultLiteral(definition) else { return [] }
        return references.fields(of: literal.value, in: literal.source, as: definition.type)
    }

    private func cycle(_ fields: [Field]) -> Cycle {
        let names = fields.map { "\(references.schema[$0.type].name).\(definition($0).name)" }
        let chain = names.dropFirst().joined(separator: ", ").wrapped(" via the default values of: ")
        let field = "The default value of Input Object field \(names[0])"
        return Cycle(
            message: "Invalid circular reference. \(field) references itself\(chain).",
            places: fields.map { references.schema.defaultValuePlace(of: definition($0)) }
        )
    }
}
