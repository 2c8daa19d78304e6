// GraphQL specification, section 3.10 "Input Objects", circular references.
extension SchemaValidation {
    /// A chain of non-null fields that comes back to its type could never be given a value.
    mutating func inputObjectCycles(_ draft: SchemaDraft) {
        var walk = InputObjectCycles(draft: draft)
        for type in draft.types where type.kind == .inputObject { walk.visit(type) }
        for cycle in walk.cycles {
            let path = cycle.fields.map(\.name.text).joined(separator: ".")
            let reason = "within itself through a series of non-null fields: \"\(path)\""
            report("Cannot reference Input Object \"\(cycle.type)\" \(reason).", at: cycle.fields.map(\.offset))
        }
    }
}

private struct InputObjectCycles {
    let draft: SchemaDraft
    var cycles: [(type: String, fields: [InputValueDraft])] = []
    var visited: Set<String> = []
    var path: [InputValueDraft] = []
    /// Length of the path where a type was entered, for the types that the path runs through.
    var depths: [String: Int] = [:]

    init(draft: SchemaDraft) {
        self.draft = draft
    }

    mutating func visit(_ type: TypeDraft) {
        guard visited.insert(type.name.text).inserted else { return }
        depths[type.name.text] = path.count
        for field in type.inputFields {
            guard case .nonNull(.named(let name, _)) = field.type, let target = draft.type(name),
                target.kind == .inputObject
            else { continue }
            path.append(field)
            if let depth = depths[name] {
                cycles.append((name, Array(path[depth...])))
            } else {
                visit(target)
            }
            path.removeLast()
        }
        depths[type.name.text] = nil
    }
}
