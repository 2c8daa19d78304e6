import FoundationEssentials
import Schema

/// Finds out which new assignments can be applied, and what becomes of those that they overlap.
struct AssignmentBatch: Sendable {
    private(set) var items: [AssignmentItem]
    private(set) var timelines: [EmployeeSlot: AssignmentTimeline] = [:]

    init(_ items: [AssignmentItem]) {
        self.items = items
        refuseDuplicates()
    }

    var hasFailures: Bool { items.contains { !$0.isValid } }
    /// Those that are good so far.
    var valid: [NewAssignment] { items.filter(\.isValid).compactMap(\.new) }

    /// Holds the items to what is stored, in their order.
    ///
    /// - Parameter lookup: of the ``valid`` items.
    mutating func resolve(_ lookup: AssignmentLookup) {
        timelines = lookup.timelines
        for index in items.indices where items[index].isValid {
            items[index].check(lookup)
            guard items[index].isValid, let new = items[index].new else { continue }
            if !timelines[new.place, default: AssignmentTimeline()].makeRoom(for: new) {
                items[index].errors.add(
                    .shiftOverlap,
                    "The employee has another shift in this slot on some of the days.",
                    "validFrom"
                )
            }
        }
    }

    mutating func abort() {
        for index in items.indices where items[index].isValid {
            items[index].errors.add(.batchAborted, "Nothing was applied because other items failed.", nil)
        }
    }

    /// The first item for a day counts, be it valid or not.
    private mutating func refuseDuplicates() {
        var earlier: [EmployeeSlot: [AssignedDays]] = [:]
        for index in items.indices {
            guard let new = items[index].new else { continue }
            if earlier[new.place, default: []].contains(where: new.days.overlaps) {
                let message = "An earlier item of the batch is for some of these days."
                items[index].errors.add(.duplicateInBatch, message, "validFrom")
            } else {
                earlier[new.place, default: []].append(new.days)
            }
        }
    }
}

/// Where assignments may not overlap.
struct EmployeeSlot: Hashable, Sendable {
    let employeeID: UUID
    let slot: Int
}

extension NewAssignment {
    var place: EmployeeSlot { EmployeeSlot(employeeID: employeeID, slot: slot) }
}
