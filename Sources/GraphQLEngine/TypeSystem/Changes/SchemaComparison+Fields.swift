// Fields of objects and interfaces.
extension SchemaComparison {
    mutating func compareFields(_ oldType: NamedType, _ newType: NamedType) {
        let difference = NameDifference(oldType.fields, newType.fields, name: \.name)
        for field in difference.removed {
            report(.fieldRemoved, "Field \(oldType.name).\(field.name) was removed.")
        }
        for field in difference.added { report(.fieldAdded, "Field \(oldType.name).\(field.name) was added.") }
        for (oldField, newField) in difference.persisted {
            compare(oldField, newField, coordinate: "\(oldType.name).\(oldField.name)")
        }
    }

    private mutating func compare(_ oldField: FieldDefinition, _ newField: FieldDefinition, coordinate: String) {
        compareArguments(oldField, newField, field: coordinate)
        let (oldType, newType) = (old.text(of: oldField.type), new.text(of: newField.type))
        let change = "Field \(coordinate) changed type from \(oldType) to \(newType)."
        if !isKind(of: oldField.type, newField.type) {
            report(.fieldChangedKind, change)
        } else if oldType != newType {
            report(.fieldChangedKindSafely, change)
        }
        compareDescriptions(of: "field \(coordinate)", oldField.description, newField.description)
    }

    private mutating func compareArguments(_ oldField: FieldDefinition, _ newField: FieldDefinition, field: String) {
        let difference = NameDifference(oldField.arguments, newField.arguments, name: \.name)
        for argument in difference.removed {
            report(.argumentRemoved, "Argument \(field)(\(argument.name):) was removed.")
        }
        for (oldArgument, newArgument) in difference.persisted {
            let value = ComparedInputValue(kind: .argument, coordinate: "\(field)(\(oldArgument.name):)")
            compare(value, oldArgument, newArgument)
            let element = "argument \(field)(\(oldArgument.name))"
            compareDescriptions(of: element, oldArgument.description, newArgument.description)
        }
        for argument in difference.added {
            let coordinate = "\(field)(\(argument.name):)"
            if new.isRequired(argument) {
                report(.requiredArgumentAdded, "A required argument \(coordinate) was added.")
            } else {
                report(.optionalArgumentAdded, "An optional argument \(coordinate) was added.")
            }
        }
    }

    /// Whether every value of the new output type is one of the old type.
    private func isKind(of oldType: TypeReference, _ newType: TypeReference) -> Bool {
        switch (old[oldType], new[newType]) {
        case (.nonNull(let oldInner), .nonNull(let newInner)): isKind(of: oldInner, newInner)
        case (.nonNull, _): false
        case (_, .nonNull(let newInner)): isKind(of: oldType, newInner)
        case (.list(let oldItem), .list(let newItem)): isKind(of: oldItem, newItem)
        case (.named(let oldName), .named(let newName)): old[oldName].name == new[newName].name
        case (.list, .named), (.named, .list): false
        }
    }
}
