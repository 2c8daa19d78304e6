import FoundationEssentials
import Schema

/// One assignment of a batch, with what is wrong with it.
struct AssignmentItem: Sendable {
    /// Nil when its input cannot be.
    let new: NewAssignment?
    /// Without errors it is applied.
    var errors: InputErrors

    var isValid: Bool { errors.isEmpty }

    init(_ input: any AssignmentInput, path: [String]) {
        var errors = InputErrors(path: path)
        new = NewAssignment(input, &errors)
        self.errors = errors
    }

    /// Looks for what it names.
    mutating func check(_ lookup: AssignmentLookup) {
        guard let new else { return }
        if !lookup.employeeIDs.contains(new.employeeID) { errors.addNotFound("employee", "employeeId") }
        if !lookup.shiftIDs.contains(new.shiftID) { errors.addNotFound("shift", "shiftId") }
        if let location = new.locationID, !lookup.locationIDs.contains(location) {
            errors.addNotFound("work location", "locationId")
        }
        guard let rotation = new.rotation else { return }
        if !lookup.shiftIDs.isSuperset(of: rotation.shiftIDs.compactMap { $0 }) {
            errors.addNotFound("shift", "rotation")
        } else if !rotation.shiftIDs.contains(new.shiftID) {
            errors.add(.invalid, "The shift must be one of the rotation's.", "shiftId")
        }
    }
}
