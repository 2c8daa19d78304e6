import FoundationEssentials
import Hours
import JSON
import Schema
import Time

/// The members that the inputs of an assignment share; the generated types have them under these names.
protocol AssignmentInput {
    var employeeId: GlobalID { get }
    var shiftId: GlobalID { get }
    var slot: Int { get }
    var validFrom: CalendarDate { get }
    var validTo: CalendarDate? { get }
    var locationId: GlobalID? { get }
    var rotation: ShiftRotationInput? { get }
    var replaceOverlapping: Bool { get }
}

extension ShiftAssignInput: AssignmentInput {}
extension ShiftAssignmentBulkItem: AssignmentInput {}

/// An assignment on its way to the database.
struct NewAssignment: Sendable {
    static let slots = 1...4

    let id = UUID()
    let employeeID: UUID
    let shiftID: UUID
    let locationID: UUID?
    let slot: Int
    let days: AssignedDays
    let rotation: AssignedRotation?
    let mayReplace: Bool

    /// All shifts that it names.
    var shiftIDs: [UUID] { [shiftID] + (rotation?.shiftIDs.compactMap { $0 } ?? []) }

    /// Nil with errors for what cannot be, whatever is stored.
    init?(_ input: any AssignmentInput, _ errors: inout InputErrors) {
        let employeeID = errors.key(input.employeeId, .employee, "employeeId")
        let shiftID = errors.key(input.shiftId, .shift, "shiftId")
        locationID = errors.key(input.locationId, .workLocation, "locationId")
        if !Self.slots.contains(input.slot) {
            errors.add(.outOfRange, "A day has the slots 1 to \(Self.slots.upperBound).", "slot")
        }
        let days = AssignedDays(first: input.validFrom, last: input.validTo)
        if days.isEmpty { errors.add(.outOfRange, "This must not be before validFrom.", "validTo") }
        rotation = input.rotation.flatMap { AssignedRotation($0, &errors) }
        guard errors.isEmpty, let employeeID, let shiftID else { return nil }
        self.employeeID = employeeID
        self.shiftID = shiftID
        self.days = days
        slot = input.slot
        mayReplace = input.replaceOverlapping
    }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        var json: JSONObject = [
            "employeeId": .optional(employeeID), "shiftId": .optional(shiftID), "slot": .int(Int64(slot)),
            "locationId": .optional(locationID),
            "validFrom": .string(days.first.description), "validTo": .optional(days.last?.description),
        ]
        if let rotation {
            json["rotation"] = [
                "anchor": .string(rotation.anchor.description),
                "shiftIds": .array(rotation.shiftIDs.map { .optional($0) }),
            ]
        }
        return json
    }
}

/// The days on which an assignment holds.
struct AssignedDays: Hashable, Sendable {
    var first: CalendarDate
    /// Nil for no end.
    var last: CalendarDate?

    var isEmpty: Bool { last.map { $0 < first } ?? false }

    func overlaps(_ other: AssignedDays) -> Bool {
        (last.map { other.first <= $0 } ?? true) && (other.last.map { first <= $0 } ?? true)
    }

    /// What is left before the other days; nil for nothing.
    func before(_ other: AssignedDays) -> AssignedDays? {
        guard first < other.first else { return nil }
        return AssignedDays(first: first, last: other.first.advanced(byDays: -1))
    }

    /// What is left after the other days; nil for nothing.
    func after(_ other: AssignedDays) -> AssignedDays? {
        guard let end = other.last, last.map({ end < $0 }) ?? true else { return nil }
        return AssignedDays(first: end.advanced(byDays: 1), last: last)
    }
}

/// Shifts in turn.
struct AssignedRotation: Sendable {
    let anchor: CalendarDate
    /// One for each day, nil for a day off.
    let shiftIDs: [UUID?]

    fileprivate init?(_ input: ShiftRotationInput, _ errors: inout InputErrors) {
        anchor = input.anchor
        shiftIDs = input.shiftIds.map { $0?.key(of: .shift) }
        guard (1...Rotation.maximumDays).contains(shiftIDs.count) else {
            errors.add(.outOfRange, "A rotation has 1 to \(Rotation.maximumDays) days.", "rotation")
            return nil
        }
        if zip(input.shiftIds, shiftIDs).contains(where: { $0 != nil && $1 == nil }) {
            errors.addNotFound("shift", "rotation")
        }
    }
}
