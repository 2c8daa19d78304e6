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
        search(operation.selectionSet)
    }

    /// Fragments that an operation before them spreads have been looked at there.
    func enter(fragment: Int) {
        guard !merge.isReached(fragment) else { return }
        search(context.document.fragments[fragment].selectionSet)
    }

    private func search(_ selectionSet: NodeRange) {
        guard !merge.isExhausted else { return }
        merge.search(selectionSet)
        guard merge.isExhausted else { return }
        let offset = selectionSet.indices.first.map { context.document.selections[$0].offset } ?? 0
        context.report(
            "Document is too complex to check whether its fields can be merged.",
            at: [offset],
            code: "QUERY_TOO_COMPLEX"
        )
    }

    func check(_ selectionSet: NodeRange) {
        for conflict in merge.takeConflicts(in: selectionSet) {
            let reason = conflict.reasons.joined(separator: " and ")
            context.report(
                "Fields \"\(conflict.responseName)\" conflict because \(reason)."
                    + " Use different aliases on the fields to fetch both if this was intentional.",
                at: conflict.leftOffsets + conflict.rightOffsets
            )
        }
    }
}

/// Two fields that cannot be merged.
struct FieldConflict {
    let left: Int32
    let right: Int32
    let responseName: String
    var reasons: [String]
    /// Places of the field and of the fields below it that are the reason.
    var leftOffsets: [Int32]
    var rightOffsets: [Int32]
}
