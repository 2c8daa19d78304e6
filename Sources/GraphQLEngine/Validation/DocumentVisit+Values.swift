extension DocumentVisit {
    /// Visits a literal that stands in no other.
    func visit(literal value: Int32, _ position: InputPosition) {
        for rule in listeners.value where rule == .valuesOfCorrectType {
            if let type = position.type { ValuesOfCorrectType.check(value, type, context) }
        }
        visit(value: value, position)
    }

    private func visit(value: Int32, _ position: InputPosition) {
        switch document.values[Int(value)].kind {
        case .list(let items):
            let item = position.item(document, context.schema)
            for index in items.indices { visit(value: Int32(index), item) }
        case .object(let fields): visit(fields, of: position)
        case .enumeration(let name):
            for rule in listeners.enumValue where rule == .noDeprecated {
                NoDeprecated.check(enumValue: name, position, context)
            }
        case .variable, .int, .float, .string, .boolean, .null: break
        }
    }

    private func visit(_ fields: NodeRange, of object: InputPosition) {
        var firstOffsets: [Int32: Int32] = [:]
        for field in document.objectFields[fields.indices] where !context.isFinished {
            for rule in listeners.objectField {
                switch rule {
                case .uniqueInputFieldNames: UniqueInputFieldNames.check(field, &firstOffsets, context)
                default: NoDeprecated.check(field, of: object, context)
                }
            }
            visit(value: field.value, object.field(field.name, document, context.schema))
        }
    }

    func visit(typeName: Name, inTypeSystem: Bool) {
        for rule in listeners.typeName where rule == .knownTypeNames {
            rules.typeNames.check(typeName, inTypeSystem: inTypeSystem, context)
        }
    }

    /// - Parameter type: index into ``Document/typeReferences``.
    func visit(type: Int32, inTypeSystem: Bool) {
        for rule in listeners.typeName where rule == .knownTypeNames {
            rules.typeNames.check(type: type, inTypeSystem: inTypeSystem, context)
        }
    }
}
