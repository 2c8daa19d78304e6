/// Fields with the same response name can be merged (section 5.3.2).
///
/// ``FieldMerge`` finds out in linear time whether that is so. Only if it is not, ``FieldConflicts`` compares the fields
/// of each selection set pair by pair to find all the conflicts that GraphQL.js reports.
final class OverlappingFieldsCanBeMerged {
    private let context: ValidationContext
    private lazy var isValid = FieldMerge.isPossible(context)
    private lazy var conflicts = FieldConflicts(context)

    init(_ context: ValidationContext) {
        self.context = context
    }

    /// - Parameters:
    ///   - parent: the type that the selections are selected on.
    ///   - fragment: index into ``Document/fragments`` of the fragment that is visited, if it is one.
    func check(_ selectionSet: NodeRange, parent: TypeID?, fragment: Int?) {
        guard selectionSet.count > 1 || isInlineFragment(selectionSet), !isValid else { return }
        for conflict in conflicts.find(in: selectionSet, parent: parent, fragment: fragment) {
            context.report(
                "Fields \"\(conflict.responseName.abbreviated)\" conflict because \(conflict.reason)."
                    + " Use different aliases on the fields to fetch both if this was intentional.",
                at: conflict.leftOffsets + conflict.rightOffsets
            )
        }
    }

    private func isInlineFragment(_ selectionSet: NodeRange) -> Bool {
        selectionSet.count == 1 && context.document.selections[Int(selectionSet.start)].kind == .inlineFragment
    }
}
