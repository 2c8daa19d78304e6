/// An argument of a field or directive, or a field of an input object, in messages about its changes.
struct ComparedInputValue {
    enum Kind { case argument, inputField }

    let kind: Kind
    /// Such as `Type.field(argument:)` or `Type.field`.
    let coordinate: String

    func typeChange(from old: String, to new: String) -> String {
        switch kind {
        case .argument: "Argument \(coordinate) has changed type from \(old) to \(new)."
        case .inputField: "Field \(coordinate) changed type from \(old) to \(new)."
        }
    }
}

// Arguments and input fields that both schemas have.
extension SchemaComparison {
    /// Reports a new type or, if it takes all that the old one takes, a new default.
    mutating func compare(
        _ value: ComparedInputValue,
        _ oldValue: InputValueDefinition,
        _ newValue: InputValueDefinition
    ) {
        let isArgument = value.kind == .argument
        let (oldType, newType) = (old.text(of: oldValue.type), new.text(of: newValue.type))
        if !takesAll(of: oldValue.type, newValue.type) {
            let type = isArgument ? SchemaChangeType.argumentChangedKind : .fieldChangedKind
            report(type, value.typeChange(from: oldType, to: newType))
        } else if oldValue.defaultValueText != nil || newValue.defaultValueText != nil {
            compareDefaults(value, oldValue.defaultValueText, newValue.defaultValueText)
        } else if oldType != newType {
            let type = isArgument ? SchemaChangeType.argumentChangedKindSafely : .fieldChangedKindSafely
            report(type, value.typeChange(from: oldType, to: newType))
        }
    }

    private mutating func compareDefaults(_ value: ComparedInputValue, _ oldText: String?, _ newText: String?) {
        if oldText == newText { return }
        let isArgument = value.kind == .argument
        let changed = isArgument ? SchemaChangeType.argumentDefaultValueChanged : .inputFieldDefaultValueChanged
        let added = isArgument ? SchemaChangeType.argumentDefaultValueAdded : .inputFieldDefaultValueAdded
        let (oldText, newText) = (oldText.map(SortedLiteral.text), newText.map(SortedLiteral.text))
        guard let newText else { return report(changed, "\(value.coordinate) defaultValue was removed.") }
        guard let oldText else { return report(added, "\(value.coordinate) added a defaultValue \(newText).") }
        if oldText == newText { return }
        report(changed, "\(value.coordinate) has changed defaultValue from \(oldText) to \(newText).")
    }

    /// Whether every value of the old input type is one of the new type.
    private func takesAll(of oldType: TypeReference, _ newType: TypeReference) -> Bool {
        switch (old[oldType], new[newType]) {
        case (.nonNull(let oldInner), .nonNull(let newInner)): takesAll(of: oldInner, newInner)
        case (.nonNull(let oldInner), _): takesAll(of: oldInner, newType)
        case (.list(let oldItem), .list(let newItem)): takesAll(of: oldItem, newItem)
        case (.named(let oldName), .named(let newName)): old[oldName].name == new[newName].name
        case (.list, _), (.named, _): false
        }
    }
}
