/// Fields with the same response name can be merged (section 5.3.2).
///
/// The conflicts of a whole operation are found at once by ``FieldMerge`` and reported when the selection set is
/// visited in which the outermost fields in conflict meet, as GraphQL.js does.
final class OverlappingFieldsCanBeMerged {
    private let context: ValidationContext
    private let merge: FieldMerge

    init(_ context: ValidationContext) {
        self.context = context
        merge = FieldMerge(context)
    }

    func enter(_ operation: OperationDefinition) {
        search(from: operation.offset) { merge.search(operation: operation) }
    }

    /// Fragments that an operation before them spreads have been looked at there.
    func enter(fragment: Int) {
        guard !merge.isReached(fragment) else { return }
        search(from: context.document.fragments[fragment].offset) { merge.search(fragment: fragment) }
    }

    private func search(from offset: Int32, _ search: () -> Void) {
        guard !merge.isExhausted else { return }
        search()
        guard merge.isExhausted else { return }
        context.report(
            "Document is too complex to check whether its fields can be merged.",
            at: [offset],
            kind: .complexity
        )
    }

    func check(_ selectionSet: NodeRange) {
        for conflict in merge.takeConflicts(in: selectionSet) {
            context.report(
                "Fields \"\(conflict.responseName)\" conflict because \(conflict.reason)."
                    + " Use different aliases on the fields to fetch both if this was intentional.",
                at: conflict.leftOffsets + conflict.rightOffsets
            )
        }
    }
}
