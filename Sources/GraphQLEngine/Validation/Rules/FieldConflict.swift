/// Two fields that cannot be merged, because of what they are or because of fields below them.
struct FieldConflict {
    /// More are not kept; a document with so many is not reported in full anyway.
    private static let greatestCount = 100

    /// Occurrences in the ``FieldMerge`` that found the conflict.
    let left: Int32
    let right: Int32
    let responseName: String
    let leftOffset: Int32
    let rightOffset: Int32
    /// What is wrong with the two fields themselves; nil where the conflicts below them are the reason.
    let ownReason: String?
    private(set) var below: [FieldConflict]

    init(
        left: (field: Int32, offset: Int32),
        right: (field: Int32, offset: Int32),
        responseName: String,
        ownReason: String? = nil,
        below: [FieldConflict] = []
    ) {
        (self.left, leftOffset) = left
        (self.right, rightOffset) = right
        self.responseName = responseName
        self.ownReason = ownReason
        self.below = below
    }

    var reason: String {
        ownReason
            ?? below.map { "subfields \"\($0.responseName)\" conflict because \($0.reason)" }.joined(separator: " and ")
    }

    /// Places of the left field and of the fields below it that are the reason.
    var leftOffsets: [Int32] { [leftOffset] + below.flatMap(\.leftOffsets) }
    var rightOffsets: [Int32] { [rightOffset] + below.flatMap(\.rightOffsets) }

    /// Adds a conflict to a list in which each pair of fields stands once.
    static func insert(_ conflict: FieldConflict, into list: inout [FieldConflict]) {
        guard let known = list.firstIndex(where: { $0.left == conflict.left && $0.right == conflict.right }) else {
            if list.count < greatestCount { list.append(conflict) }
            return
        }
        for inner in conflict.below { insert(inner, into: &list[known].below) }
    }
}
