// GraphQL specification, section 3.10 "Input Objects", InputObjectHasUnbreakableCycle.
extension SchemaValidation {
    /// A chain of fields that have to be given and that comes back to its type has no finite value.
    mutating func finiteInputObjects() {
        var search = FiniteInputObjects(schema)
        for cycle in search.cycles() {
            let names = cycle.map { "\(schema[$0.type].name).\($0.field.name)" }.joined(separator: ", ")
            report(
                "Input Object \(schema[cycle[0].type].name) cannot be provided a finite value"
                    + " because it references itself through fields: \(names).",
                at: cycle.map { schema.place(of: $0.field) }
            )
        }
    }
}

/// Finds the input objects without a finite value: first those that have one, from the leaves up, then the cycles
/// among the others.
private struct FiniteInputObjects {
    /// A field that a value of its type cannot do without, and the input object that it is of.
    struct Edge {
        let type: TypeID
        let field: InputValueDefinition
        let target: TypeID
    }

    private let schema: Schema
    /// By type.
    private var edges: [[Edge]]
    private var isFinite: [Bool]

    init(_ schema: Schema) {
        self.schema = schema
        isFinite = [Bool](repeating: false, count: schema.types.count)
        edges = []
        edges = schema.types.indices.map { index in requiredFields(of: TypeID(index: Int32(index))) }
        markFiniteTypes()
    }

    private func requiredFields(of id: TypeID) -> [Edge] {
        schema[id].inputFields.compactMap { field in
            let reference = schema[id].isOneOf ? field.type : requiredType(of: field)
            guard let reference, case .named(let target) = schema[reference], schema[target].kind == .inputObject
            else { return nil }
            return Edge(type: id, field: field, target: target)
        }
    }

    private func requiredType(of field: InputValueDefinition) -> TypeReference? {
        if case .nonNull(let inner) = schema[field.type] { inner } else { nil }
    }

    private mutating func markFiniteTypes() {
        var dependents = [[Int]](repeating: [], count: edges.count)
        for (index, fields) in edges.enumerated() {
            for edge in fields { dependents[Int(edge.target.index)].append(index) }
        }
        var open = edges.map(\.count)
        var finite = edges.indices.filter { hasOwnWayOut($0) }
        for type in finite { isFinite[type] = true }
        while let type = finite.popLast() {
            for dependent in dependents[type] where !isFinite[dependent] {
                open[dependent] -= 1
                if open[dependent] > 0, !schema.types[dependent].isOneOf { continue }
                isFinite[dependent] = true
                finite.append(dependent)
            }
        }
    }

    /// One field of a one-of object is enough; of other objects all that are required are needed.
    private func hasOwnWayOut(_ index: Int) -> Bool {
        let type = schema.types[index]
        return edges[index].isEmpty || (type.isOneOf && edges[index].count < type.inputFields.count)
    }

    /// Depth first with a stack of its own, because a chain may be as long as the schema.
    mutating func cycles() -> [[Edge]] {
        var cycles: [[Edge]] = []
        var visited: Set<TypeID> = []
        for index in schema.types.indices where !isFinite[index] {
            let start = TypeID(index: Int32(index))
            guard visited.insert(start).inserted else { continue }
            var path: [Edge] = []
            var positions = [start: 0]
            var pending = [(type: start, edges: edges[index][...])]
            while let (type, edges) = pending.last {
                guard let edge = edges.first else {
                    positions[type] = nil
                    pending.removeLast()
                    _ = path.popLast()
                    continue
                }
                pending[pending.count - 1].edges = edges.dropFirst()
                if isFinite[Int(edge.target.index)] { continue }
                if let position = positions[edge.target] {
                    cycles.append(path[position...] + [edge])
                } else if visited.insert(edge.target).inserted {
                    path.append(edge)
                    positions[edge.target] = path.count
                    pending.append((edge.target, self.edges[Int(edge.target.index)][...]))
                }
            }
        }
        return cycles
    }
}
