import FoundationEssentials
import GraphQLEngine
import Schema
import Time

/// Shifts in turn.
struct ShiftRotationRow: ObjectRow {
    static let typeName = "ShiftRotation"

    let anchor: CalendarDate
    let shiftIDs: [UUID?]
}

extension ShiftAssignmentRow {
    /// Nil for an assignment to one shift.
    var rotation: ShiftRotationRow? {
        rotationAnchor.map { ShiftRotationRow(anchor: $0, shiftIDs: rotationShiftIDs) }
    }
}

extension Bindings<ResolverContext> {
    mutating func bindShiftAssignments() {
        bindConnection(of: ShiftAssignmentRow.self)
        object(ShiftAssignmentRow.self) { type in
            type.value("id") { GlobalID(.shiftAssignment, $0.id) }
            type.value("slot") { $0.slot }
            type.value("validFrom") { $0.validFrom }
            type.value("validTo") { $0.validTo }
            type.value("createdAt") { $0.createdAt }
            type.value("deletedAt") { $0.deletedAt }
            type.child("rotation") { $0.rotation }
            type.objects("employee") { rows, context in context.employees(rows.map(\.employeeID)) }
            type.objects("location") { rows, context in context.loaders.workLocations.load(rows.map(\.locationID)) }
            type.objects("shift") { rows, context in context.loaders.shifts.load(rows.map(\.shiftID)).orForbidden() }
        }
        object(ShiftRotationRow.self) { type in
            type.value("anchor") { $0.anchor }
            type.objects("shifts") { rows, context in
                context.loaders.shifts.load(rows.flatMap(\.shiftIDs)).map { shifts in
                    var rest = shifts[...]
                    return rows.map { row in
                        defer { rest = rest.dropFirst(row.shiftIDs.count) }
                        return Array(rest.prefix(row.shiftIDs.count))
                    }
                }
            }
        }
        bindListsOfAssignments()
    }

    private mutating func bindListsOfAssignments() {
        object(EmployeeRow.self) { type in
            type.objects("shiftAssignments", EmployeeShiftAssignmentsArguments.self) { rows, arguments, call in
                try ShiftAssignmentPages(arguments.page()).ofEmployees(rows.map(\.id), call)
            }
        }
        object(OrganizationRow.self) { type in
            type.objects("shiftAssignments", OrganizationShiftAssignmentsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try ShiftAssignmentPages(arguments).all(call).map { page in
                    rows.map { $0.id == own ? page : nil }
                }
            }
        }
    }
}
