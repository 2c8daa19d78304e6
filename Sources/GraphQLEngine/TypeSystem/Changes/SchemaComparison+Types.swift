// Types.
extension SchemaComparison {
    mutating func compareTypes() {
        let difference = NameDifference(old.types, new.types, name: \.name)
        for type in difference.removed {
            let isStandard = type.isBuiltIn && type.kind == .scalar
            let description =
                isStandard
                ? "Standard scalar \(type.name) was removed because it is not referenced anymore."
                : "\(type.name) was removed."
            report(.typeRemoved, description)
        }
        for type in difference.added { report(.typeAdded, "\(type.name) was added.") }
        for (oldType, newType) in difference.persisted {
            compareDescriptions(of: oldType.name, oldType.description, newType.description)
            compare(oldType, newType)
        }
    }

    private mutating func compare(_ oldType: NamedType, _ newType: NamedType) {
        guard oldType.kind == newType.kind else {
            let kinds = "\(oldType.kind.phrase) to \(newType.kind.phrase)"
            return report(.typeChangedKind, "\(oldType.name) changed from \(kinds).")
        }
        switch oldType.kind {
        case .scalar: break
        case .object, .interface:
            compareFields(oldType, newType)
            compareInterfaces(oldType, newType)
        case .union: compareMembers(oldType, newType)
        case .enumeration: compareEnumValues(oldType, newType)
        case .inputObject: compareInputFields(oldType, newType)
        }
    }

    private mutating func compareInterfaces(_ oldType: NamedType, _ newType: NamedType) {
        let difference = NameDifference(
            oldType.interfaces.map { old[$0].name },
            newType.interfaces.map { new[$0].name },
            name: \.self
        )
        for name in difference.added {
            report(.implementedInterfaceAdded, "\(name) added to interfaces implemented by \(oldType.name).")
        }
        for name in difference.removed {
            report(.implementedInterfaceRemoved, "\(oldType.name) no longer implements interface \(name).")
        }
    }

    private mutating func compareMembers(_ oldType: NamedType, _ newType: NamedType) {
        let difference = NameDifference(
            oldType.possibleTypes.map { old[$0].name },
            newType.possibleTypes.map { new[$0].name },
            name: \.self
        )
        for name in difference.added {
            report(.typeAddedToUnion, "\(name) was added to union type \(oldType.name).")
        }
        for name in difference.removed {
            report(.typeRemovedFromUnion, "\(name) was removed from union type \(oldType.name).")
        }
    }

    private mutating func compareEnumValues(_ oldType: NamedType, _ newType: NamedType) {
        let difference = NameDifference(oldType.enumValues, newType.enumValues, name: \.name)
        for value in difference.added {
            report(.valueAddedToEnum, "Enum value \(oldType.name).\(value.name) was added.")
        }
        for value in difference.removed {
            report(.valueRemovedFromEnum, "Enum value \(oldType.name).\(value.name) was removed.")
        }
        for (oldValue, newValue) in difference.persisted {
            let element = "enum value \(oldType.name).\(oldValue.name)"
            compareDescriptions(of: element, oldValue.description, newValue.description)
        }
    }

    private mutating func compareInputFields(_ oldType: NamedType, _ newType: NamedType) {
        let difference = NameDifference(oldType.inputFields, newType.inputFields, name: \.name)
        for field in difference.added {
            let coordinate = "\(oldType.name).\(field.name)"
            if new.isRequired(field) {
                report(.requiredInputFieldAdded, "A required field \(coordinate) was added.")
            } else {
                report(.optionalInputFieldAdded, "An optional field \(coordinate) was added.")
            }
        }
        for field in difference.removed {
            report(.fieldRemoved, "Field \(oldType.name).\(field.name) was removed.")
        }
        for (oldField, newField) in difference.persisted {
            let coordinate = "\(oldType.name).\(oldField.name)"
            compare(ComparedInputValue(kind: .inputField, coordinate: coordinate), oldField, newField)
            compareDescriptions(of: "input-field \(coordinate)", oldField.description, newField.description)
        }
    }
}

extension Schema {
    /// Whether an argument or input field must be given.
    func isRequired(_ value: InputValueDefinition) -> Bool {
        value.isRequired
    }
}

extension TypeKind {
    /// The kind with its article, as messages name it.
    fileprivate var phrase: String {
        switch self {
        case .scalar: "a Scalar type"
        case .object: "an Object type"
        case .interface: "an Interface type"
        case .union: "a Union type"
        case .enumeration: "an Enum type"
        case .inputObject: "an Input type"
        }
    }
}
