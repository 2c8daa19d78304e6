import FoundationEssentials
import Postgres
import Schema

/// Finds out which items of a bulk upsert can be applied, and as what.
struct BulkUpsert: Sendable {
    private(set) var items: [BulkUpsertItem]

    init(_ items: [EmployeeBulkItem]) {
        self.items = items.enumerated().map { BulkUpsertItem($1, index: $0) }
        refuseDuplicates()
    }

    var hasFailures: Bool { items.contains { !$0.isValid } }
    var valid: [BulkUpsertItem] { items.filter(\.isValid) }

    /// Holds the items that are valid so far to what is stored.
    ///
    /// - Parameter lookup: of the ``valid`` items.
    mutating func resolve(_ lookup: BulkUpsertLookup) {
        let candidates = items.indices.filter { items[$0].isValid }
        match(candidates, lookup)
        for index in candidates {
            resolveDepartment(index, lookup)
            resolveLocation(index, lookup)
            if let zone = items[index].input.timeZone, !lookup.timeZones.contains(zone) {
                items[index].errors.add(.invalid, "There is no time zone of this name.", "timeZone")
            }
        }
        resolveManagers(lookup)
    }

    mutating func abort() {
        for index in items.indices where items[index].isValid {
            items[index].errors.add(.batchAborted, "Nothing was applied because other items failed.", nil)
        }
    }

    /// The first item with a number or an external reference counts, be it valid or not.
    private mutating func refuseDuplicates() {
        var numbers: Set<String> = []
        var references: Set<String> = []
        for index in items.indices {
            if !numbers.insert(items[index].number).inserted { addDuplicate(index, "number") }
            if let reference = items[index].externalRef, !references.insert(reference).inserted {
                addDuplicate(index, "externalRef")
            }
        }
    }

    private mutating func addDuplicate(_ index: Int, _ field: String) {
        items[index].errors.add(.duplicateInBatch, "An earlier item of the batch is for the same employee.", field)
    }

    /// By external reference where there is one, else by number.
    private mutating func match(_ candidates: [Int], _ lookup: BulkUpsertLookup) {
        var matched: Set<UUID> = []
        for index in candidates {
            let owner = lookup.employeesByNumber[items[index].number]
            let stored = items[index].externalRef.map { lookup.employeesByExternalRef[$0] } ?? owner
            if let owner, owner.id != stored?.id {
                items[index].errors.add(.taken, "Another employee has this number.", "number")
            }
            if let stored, !matched.insert(stored.id).inserted { addDuplicate(index, "number") }
            items[index].merge(with: stored)
        }
    }

    /// The id decides where an id and a code are given.
    private mutating func resolveDepartment(_ index: Int, _ lookup: BulkUpsertLookup) {
        if let id = items[index].input.departmentId {
            if let key = id.key(of: .department), lookup.departmentIDs.contains(key) {
                items[index].values.departmentID = key
            } else {
                items[index].errors.addNotFound("department", "departmentId")
            }
        } else if let code = items[index].departmentCode {
            if let key = lookup.departmentIDsByCode[code] {
                items[index].values.departmentID = key
            } else {
                items[index].errors.addNotFound("department", "departmentCode")
            }
        }
    }

    private mutating func resolveLocation(_ index: Int, _ lookup: BulkUpsertLookup) {
        guard let id = items[index].input.locationId else { return }
        if let key = id.key(of: .workLocation), lookup.locationIDs.contains(key) {
            items[index].values.locationID = key
        } else {
            items[index].errors.addNotFound("work location", "locationId")
        }
    }
}

extension BulkUpsert {
    /// A failed item takes along those that have it as their new manager, so this goes on until no more fail.
    private mutating func resolveManagers(_ lookup: BulkUpsertLookup) {
        var validCount: Int
        repeat {
            validCount = valid.count
            assignManagers(lookup)
        } while valid.count < validCount
    }

    private mutating func assignManagers(_ lookup: BulkUpsertLookup) {
        let new = Dictionary(valid.map { ($0.values.number, $0.values.id) }, uniquingKeysWith: { first, _ in first })
        var managers = lookup.managerIDs
        for item in valid where item.managerNumber != nil { managers[item.values.id] = nil }
        for index in items.indices where items[index].isValid {
            guard let number = items[index].managerNumber else { continue }
            let id = items[index].values.id
            guard let manager = new[number] ?? lookup.employeesByNumber[number]?.id else {
                items[index].errors.addNotFound("employee", "managerNumber")
                continue
            }
            if Self.isBelow(manager, id, managers) {
                items[index].errors.add(.cycle, "An employee cannot be above their own manager.", "managerNumber")
                continue
            }
            managers[id] = manager
            items[index].values.managerID = manager
        }
    }

    /// Whether an employee is the other or has the other above them. Ends on a cycle that is stored already.
    private static func isBelow(_ employee: UUID, _ other: UUID, _ managers: [UUID: UUID]) -> Bool {
        var seen: Set<UUID> = []
        var next: UUID? = employee
        while let current = next, seen.insert(current).inserted {
            if current == other { return true }
            next = managers[current]
        }
        return false
    }
}
