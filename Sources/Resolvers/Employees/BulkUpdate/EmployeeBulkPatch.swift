import FoundationEssentials
import Postgres
import Schema

/// Finds out to which of some employees a patch can be applied.
struct EmployeeBulkPatch: Sendable {
    /// An employee before and after.
    struct Change: Sendable {
        let old: EmployeeValues
        let new: EmployeeValues
    }

    struct Item: Sendable {
        /// Nil for an id of another kind, which is not found.
        let id: UUID?
        /// What is wrong with the item; without errors it is applied.
        var errors: [UserErrorRow] = []
        /// Set once the item was found good.
        var change: Change?
        fileprivate let path: [String]
    }

    private let patch: EmployeePatch
    private(set) var items: [Item]

    init(_ ids: [GlobalID], _ patch: EmployeePatch) {
        self.patch = patch
        items = ids.enumerated().map { index, id in
            Item(id: id.key(of: .employee), path: ["input", "employeeIds", String(index)])
        }
        refuseDuplicates()
    }

    var keys: [UUID] { items.compactMap(\.id) }
    var hasFailures: Bool { items.contains { !$0.errors.isEmpty } }
    var valid: [Change] { items.compactMap(\.change) }

    /// Holds the items to what is stored.
    mutating func resolve(
        stored: [EmployeeRow],
        _ references: EmployeeReferences,
        holders: EmployeeKeyHolders
    ) {
        let employees = Dictionary(uniqueKeysWithValues: stored.map { ($0.id, EmployeeValues($0)) })
        var holders = holders
        for index in items.indices where items[index].errors.isEmpty {
            guard let old = items[index].id.flatMap({ employees[$0] }) else {
                items[index].errors = UserErrors.notFound("employee", path: items[index].path).errors
                continue
            }
            var errors = InputErrors(path: ["input", "patch"])
            let new = patch.applied(to: old, references, &errors)
            holders.take(new, &errors)
            items[index].errors = errors.errors
            if errors.isEmpty { items[index].change = Change(old: old, new: new) }
        }
    }

    mutating func abort() {
        for index in items.indices where items[index].errors.isEmpty {
            let message = "Nothing was applied because other items failed."
            items[index].errors = [UserErrorRow(.batchAborted, message, path: items[index].path)]
            items[index].change = nil
        }
    }

    /// The first item of an employee counts.
    private mutating func refuseDuplicates() {
        var seen: Set<UUID> = []
        for index in items.indices {
            guard let id = items[index].id, !seen.insert(id).inserted else { continue }
            let message = "An earlier item of the batch is for this employee."
            items[index].errors = [UserErrorRow(.duplicateInBatch, message, path: items[index].path)]
        }
    }
}

/// Who has the number and the external reference that a patch gives: one employee can.
struct EmployeeKeyHolders: Sendable {
    private var number: [String: UUID] = [:]
    private var externalRef: [String: UUID] = [:]

    /// - Parameter rows: of ``EmployeePatch/holders()``.
    init(_ rows: ResultSet) {
        for row in rows {
            number[row.string(1)] = row.uuid(0)
            if let reference = row.optionalString(2) { externalRef[reference] = row.uuid(0) }
        }
    }

    /// Gives the employee what nobody else has.
    mutating func take(_ employee: EmployeeValues, _ errors: inout InputErrors) {
        if let holder = number[employee.number], holder != employee.id {
            errors.add(.taken, "Another employee has this number.", "number")
        }
        if let reference = employee.externalRef, let holder = externalRef[reference], holder != employee.id {
            errors.add(.taken, "Another employee has this external reference.", "externalRef")
        }
        guard errors.isEmpty else { return }
        number[employee.number] = employee.id
        if let reference = employee.externalRef { externalRef[reference] = employee.id }
    }
}
