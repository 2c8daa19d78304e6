import FoundationEssentials

/// The assignments of one slot of an employee, cut step by step to make room for new ones.
struct AssignmentTimeline: Sendable {
    /// What is left of a stored assignment, or goes on as one of its own.
    struct Piece: Sendable {
        let id: UUID
        /// The stored assignment that it is of: its own id, unless that kept an earlier part.
        let source: UUID
        var days: AssignedDays

        var isRest: Bool { id != source }
    }

    private let stored: [UUID: AssignedDays]
    private var pieces: [Piece]

    /// - Parameter assignments: those that are stored, which do not overlap.
    init(_ assignments: [ShiftAssignmentRow] = []) {
        pieces = assignments.map { row in
            Piece(id: row.id, source: row.id, days: AssignedDays(first: row.validFrom, last: row.validTo))
        }
        stored = Dictionary(uniqueKeysWithValues: pieces.map { ($0.id, $0.days) })
    }

    /// Cuts what the new assignment overlaps. False, without any change, when it may not.
    mutating func makeRoom(for new: NewAssignment) -> Bool {
        guard pieces.contains(where: { $0.days.overlaps(new.days) }) else { return true }
        guard new.mayReplace else { return false }
        pieces = pieces.flatMap { $0.days.overlaps(new.days) ? $0.without(new.days) : [$0] }
        return true
    }

    /// What goes on under other ids.
    var rests: [Piece] { pieces.filter(\.isRest) }

    /// Stored assignments that have other days now; nil for none at all.
    var cuts: [AssignmentCut] {
        let kept = Dictionary(uniqueKeysWithValues: pieces.filter { !$0.isRest }.map { ($0.id, $0.days) })
        return stored.filter { kept[$0.key] != $0.value }
            .map { AssignmentCut(id: $0.key, before: $0.value, after: kept[$0.key]) }
            .sorted { $0.before.first < $1.before.first }
    }
}

/// A stored assignment that makes room.
struct AssignmentCut: Sendable {
    let id: UUID
    let before: AssignedDays
    /// Nil when nothing is left.
    let after: AssignedDays?
}

extension AssignmentTimeline.Piece {
    /// What is left without the days: the part before them keeps the id.
    fileprivate func without(_ other: AssignedDays) -> [AssignmentTimeline.Piece] {
        let before = days.before(other).map { AssignmentTimeline.Piece(id: id, source: source, days: $0) }
        let after = days.after(other).map { days in
            AssignmentTimeline.Piece(id: before == nil ? id : UUID(), source: source, days: days)
        }
        return [before, after].compactMap { $0 }
    }
}
