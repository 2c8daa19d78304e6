/// Two fields that cannot be merged, because of what they are or because of fields below them.
struct FieldConflict {
    private static let greatestOffsetCount = 20

    let responseName: String
    let reason: String
    /// Places of the left field and of the fields below it that are the reason.
    let leftOffsets: [Int32]
    let rightOffsets: [Int32]

    init(_ responseName: String, _ reason: String, left: Int32, right: Int32) {
        self.responseName = responseName
        self.reason = reason
        leftOffsets = [left]
        rightOffsets = [right]
    }

    /// A conflict of two fields because of conflicts below them; nil if there are none.
    init?(_ responseName: String, below conflicts: [FieldConflict], left: Int32, right: Int32) {
        if conflicts.isEmpty { return nil }
        self.responseName = responseName
        var reason = ""
        for conflict in conflicts where reason.utf8.count <= String.greatestReasonLength {
            if !reason.isEmpty { reason += " and " }
            reason += "subfields \"\(conflict.responseName.abbreviated)\" conflict because \(conflict.reason)"
        }
        self.reason = reason.abbreviated
        leftOffsets = FieldConflict.offsets(left, conflicts.lazy.map(\.leftOffsets))
        rightOffsets = FieldConflict.offsets(right, conflicts.lazy.map(\.rightOffsets))
    }

    /// The field itself, then those below, of each conflict the innermost if there are too many.
    private static func offsets(_ field: Int32, _ below: some Sequence<[Int32]>) -> [Int32] {
        var offsets = [field]
        for fields in below {
            offsets += fields.suffix(greatestOffsetCount - offsets.count)
            if offsets.count == greatestOffsetCount { break }
        }
        return offsets
    }
}

extension String {
    fileprivate static let greatestReasonLength = 1_000

    /// The text, cut where a message would get too long.
    var abbreviated: String {
        guard utf8.count > String.greatestReasonLength else { return self }
        return String(decoding: utf8.prefix(String.greatestReasonLength), as: UTF8.self) + "..."
    }
}
