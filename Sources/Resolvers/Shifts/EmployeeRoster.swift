import FoundationEssentials
import Hours
import Time

/// When an employee works, and which of the organization's shifts that is.
struct EmployeeRoster: Sendable {
    private(set) var roster: Roster
    private let assignments: [Assignment]
    /// Those which have a zone of their own.
    private let shiftsInZones: Set<UUID>

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
        shiftsInZones = Set(rules.filter { $0.value.zone != nil }.keys)
        roster = Roster(assignments: patterns, holidays: holidays, zone: zone)
    }

    /// A day that was computed in another zone stays in it, unless that is its shift's.
    ///
    /// - Throws: `TimeZoneError` for a zone that the system does not know.
    mutating func keepZone(_ name: String, of date: CalendarDate, shiftID: UUID?) throws {
        guard name != roster.zone.name, shiftID.map({ !shiftsInZones.contains($0) }) ?? true else { return }
        roster.earlierZones[date] = try TimeZoneDatabase.system.rules(named: name)
    }

    /// Takes all days for days in the zone that the employee has now.
    mutating func forgetEarlierZones() {
        roster.earlierZones = [:]
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
