extension Document {
    /// The document with a literal in which no variables are left: items of lists become null, fields of objects go.
    ///
    /// That is what a leaf type sees of a literal before the variables have values.
    func leavingOutVariables(in value: Int32) -> Document {
        var document = self
        document.leaveOutVariables(value)
        return document
    }

    private mutating func leaveOutVariables(_ value: Int32) {
        let node = values[Int(value)]
        switch node.kind {
        case .variable: values[Int(value)] = Value(kind: .null, offset: node.offset)
        case .list(let items):
            for index in items.indices { leaveOutVariables(Int32(index)) }
        case .object(let range):
            let kept = objectFields[range.indices].filter { !isVariable($0.value) }
            for field in kept { leaveOutVariables(field.value) }
            let fields = NodeRange(start: Int32(objectFields.count), count: Int32(kept.count))
            objectFields += kept
            values[Int(value)] = Value(kind: .object(fields), offset: node.offset)
        case .int, .float, .string, .boolean, .null, .enumeration: break
        }
    }

    private func isVariable(_ value: Int32) -> Bool {
        if case .variable = values[Int(value)].kind { true } else { false }
    }
}
