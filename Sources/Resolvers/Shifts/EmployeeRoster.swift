import FoundationEssentials
import Hours
import Time

/// When an employee works, and which of the organization's shifts that is.
struct EmployeeRoster: Sendable {
    let roster: Roster
    private let assignments: [Assignment]

    private struct Assignment: Sendable {
        let id: UUID
        let shiftID: UUID
        let rotation: Rotation?
        let rotationShiftIDs: [UUID?]
    }

    /// - Parameter rules: of all shifts that the assignments name.
    init(
        assignments rows: [ShiftAssignmentRow],
        _ rules: [UUID: ShiftRules],
        holidays: [Holiday],
        zone: TimeZoneRules
    ) throws {
        var assignments: [Assignment] = []
        var patterns: [ShiftAssignment] = []
        for row in rows {
            guard let shift = rules[row.shiftID] else { continue }
            let rotationShiftIDs = row.rotationShiftIDs
            let rotation = try row.rotationAnchor.map { anchor in
                try Rotation(anchor: anchor, cycle: rotationShiftIDs.map { id in id.flatMap { rules[$0] } })
            }
            let pattern = rotation.map(ShiftAssignment.Pattern.rotation) ?? .shift(shift)
            patterns.append(ShiftAssignment(pattern, row))
            assignments.append(
                Assignment(id: row.id, shiftID: row.shiftID, rotation: rotation, rotationShiftIDs: rotationShiftIDs)
            )
        }
        self.assignments = assignments
        roster = Roster(assignments: patterns, holidays: holidays, zone: zone)
    }

    /// Which of the organization's shifts it is.
    ///
    /// - Parameter shift: one of the ``roster``'s.
    func shiftID(of shift: ScheduledShift) -> UUID {
        let assignment = assignments[shift.assignmentIndex]
        guard let rotation = assignment.rotation else { return assignment.shiftID }
        return assignment.rotationShiftIDs[rotation.index(of: shift.workDate)] ?? assignment.shiftID
    }

    /// Whose assignment it is worked by.
    ///
    /// - Parameter shift: one of the ``roster``'s.
    func assignmentID(of shift: ScheduledShift) -> UUID { assignments[shift.assignmentIndex].id }
}

extension ShiftAssignment {
    fileprivate init(_ pattern: Pattern, _ row: ShiftAssignmentRow) {
        self.init(pattern, slot: Int(row.slot), validFrom: row.validFrom, validThrough: row.validTo)
    }
}
