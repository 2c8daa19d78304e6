/// Compares two fields that have the same response name.
struct FieldComparison {
    private unowned let conflicts: FieldConflicts
    private let context: ValidationContext
    private let document: Document

    init(_ conflicts: FieldConflicts) {
        self.conflicts = conflicts
        context = conflicts.context
        document = context.document
    }

    /// - Parameter areParentsExclusive: whether the fields are known never to be of one object.
    func conflict(
        _ left: FieldSet.Field,
        _ leftScope: Int32,
        _ right: FieldSet.Field,
        _ rightScope: Int32,
        areParentsExclusive: Bool
    ) -> FieldConflict? {
        conflicts.spend(2)
        let (leftNode, rightNode) = (
            document.selections[Int(left.selection)], document.selections[Int(right.selection)]
        )
        let isSameName = leftNode.name?.symbol == rightNode.name?.symbol
        if left.isPlain, right.isPlain, left.type == right.type, isSameName { return nil }
        let areExclusive = areParentsExclusive || areExclusiveParents(left.parent, right.parent)
        let responseName = (leftNode.alias ?? leftNode.name).map(document.text) ?? ""
        let reason =
            (areExclusive ? nil : differentField(leftNode, leftScope, rightNode, rightScope))
            ?? overlappingStreams(left.stream, leftScope, right.stream, rightScope)
            ?? differentTypes(left.type, right.type)
        if let reason { return FieldConflict(responseName, reason, left: leftNode.offset, right: rightNode.offset) }
        guard let leftSet = leftNode.selectionSet, let rightSet = rightNode.selectionSet else { return nil }
        let below = compareBelow(
            conflicts.fieldSet(leftSet, left.type.map(context.schema.namedType(of:))),
            leftScope,
            conflicts.fieldSet(rightSet, right.type.map(context.schema.namedType(of:))),
            rightScope,
            areExclusive
        )
        return FieldConflict(responseName, below: below, left: leftNode.offset, right: rightNode.offset)
    }

    /// Different object types have no object in common; interfaces and unions may come to have some.
    private func areExclusiveParents(_ left: TypeID?, _ right: TypeID?) -> Bool {
        guard let left, let right, left != right else { return false }
        let types = context.schema.types
        return types[Int(left.index)].kind == .object && types[Int(right.index)].kind == .object
    }

    private func compareBelow(
        _ left: FieldSet,
        _ leftScope: Int32,
        _ right: FieldSet,
        _ rightScope: Int32,
        _ areExclusive: Bool
    ) -> [FieldConflict] {
        var found: [FieldConflict] = []
        let leftSpreads = conflicts.spreads(in: left, leftScope)
        let rightSpreads = conflicts.spreads(in: right, rightScope)
        conflicts.compare(left, leftScope, with: right, rightScope, areExclusive: areExclusive, &found)
        for spread in rightSpreads {
            conflicts.compare(left, leftScope, with: spread, areExclusive: areExclusive, &found)
        }
        for spread in leftSpreads {
            conflicts.compare(right, rightScope, with: spread, areExclusive: areExclusive, &found)
        }
        for leftSpread in leftSpreads {
            for rightSpread in rightSpreads {
                conflicts.compareFragments(leftSpread, rightSpread, areExclusive: areExclusive, &found)
            }
        }
        return found
    }
}

extension FieldComparison {
    private func differentField(
        _ left: Selection,
        _ leftScope: Int32,
        _ right: Selection,
        _ rightScope: Int32
    ) -> String? {
        guard let leftName = left.name, let rightName = right.name else { return nil }
        if leftName.symbol != rightName.symbol {
            let (leftText, rightText) = (document.text(leftName).abbreviated, document.text(rightName).abbreviated)
            return "\"\(leftText)\" and \"\(rightText)\" are different fields"
        }
        let isSame = areSame(left.arguments, leftScope, right.arguments, rightScope)
        return isSame ? nil : "they have differing arguments"
    }

    private func overlappingStreams(
        _ left: Directive?,
        _ leftScope: Int32,
        _ right: Directive?,
        _ rightScope: Int32
    ) -> String? {
        if left == nil && right == nil { return nil }
        let reason = "they have overlapping stream directives"
        guard let left, let right, areSame(left.arguments, leftScope, right.arguments, rightScope) else {
            return reason
        }
        return reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100"
    }

    private func differentTypes(_ left: TypeReference?, _ right: TypeReference?) -> String? {
        guard let left, let right, left != right, !context.schema.isSameShape(left, right) else { return nil }
        let (leftText, rightText) = (context.schema.text(of: left), context.schema.text(of: right))
        return "they return conflicting types \"\(leftText)\" and \"\(rightText)\""
    }

    /// Whether each argument has the same value on the other side; variables of fragments are the same in one scope.
    private func areSame(_ left: NodeRange, _ leftScope: Int32, _ right: NodeRange, _ rightScope: Int32) -> Bool {
        guard left.count == right.count else { return false }
        if left.isEmpty { return true }
        var values: [Int32: Int32] = [:]
        for argument in document.arguments[right.indices] { values[argument.name.symbol] = argument.value }
        var variables: [Int32] = []
        for argument in document.arguments[left.indices] {
            conflicts.spend(1)
            guard let value = values[argument.name.symbol] else { return false }
            var others: [Int32] = []
            let key = LiteralKey.text(of: argument.value, document, variables: &variables)
            guard key == LiteralKey.text(of: value, document, variables: &others) else { return false }
        }
        if leftScope == rightScope { return true }
        return !variables.contains { symbol in
            conflicts.scopes.isVariable(symbol, of: leftScope) || conflicts.scopes.isVariable(symbol, of: rightScope)
        }
    }
}
