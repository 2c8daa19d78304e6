import FoundationEssentials
import GraphQLEngine
import Hours
import Postgres
import Time

/// The rosters of some employees around some dates, read with as many statements for one employee as for all.
struct Rosters: Sendable {
    static let statementCount = 4

    /// Days that are read before and after those asked for, so that punches at their edges find their shifts.
    private static let margin = 2

    private let employees: [UUID: EmployeeRoster]

    /// Statements for a round trip of the caller's; their results are for ``init(_:)``.
    ///
    /// - Parameters:
    ///   - first: the first local date asked for.
    ///   - last: the last one.
    static func statements(
        of employees: [UUID],
        from first: CalendarDate,
        through last: CalendarDate
    ) -> [BoundStatement<TenantScope>] {
        let ids = Parameter.uuids(employees)
        let from = Parameter.date(first.advanced(byDays: -margin))
        let through = Parameter.date(last.advanced(byDays: margin))
        return [
            RosterStatements.employees(ids), RosterStatements.assignments(ids, from, through),
            RosterStatements.shifts(ids, from, through), RosterStatements.holidays(from, through),
        ]
    }

    /// - Parameter results: of ``statements(of:from:through:)``, in their order.
    /// - Throws: `TimeZoneError` for a zone that the system does not know.
    init(_ results: some Collection<ResultSet>) throws {
        let results = Array(results)
        var rules: [UUID: ShiftRules] = [:]
        for row in results[2] {
            let shift = ShiftRow(row)
            rules[shift.id] = try shift.rules()
        }
        let assignments = Dictionary(grouping: results[1].map(ShiftAssignmentRow.init), by: \.employeeID)
        let holidays = Dictionary(grouping: results[3], by: { $0.uuid(0) })
        var employees: [UUID: EmployeeRoster] = [:]
        for row in results[0] {
            let id = row.uuid(0)
            employees[id] = try EmployeeRoster(
                assignments: assignments[id] ?? [],
                rules,
                holidays: (row.optionalUUID(2).flatMap { holidays[$0] } ?? []).map(Holiday.init),
                zone: try TimeZoneDatabase.system.rules(named: row.string(1))
            )
        }
        self.employees = employees
    }

    /// Nil for an employee who was not asked for, or is not there.
    subscript(employee: UUID) -> EmployeeRoster? { employees[employee] }
}

extension Rosters {
    /// The same outside of transactions, with the level's round trip.
    static func read(
        of employees: [UUID],
        from first: CalendarDate,
        through last: CalendarDate,
        _ context: ResolverContext
    ) throws -> Step<Rosters> {
        let steps = try statements(of: employees, from: first, through: last).map { try context.query($0) }
        return try Step.all(steps).map { try Rosters($0) }
    }
}

extension Holiday {
    /// - Parameter row: of ``RosterStatements/holidays``.
    fileprivate init(_ row: Row) {
        self.init(
            row.date(1),
            part: row.optionalString(2).flatMap(DayPart.init(rawValue:)) ?? .whole,
            isOptional: row.bool(3)
        )
    }
}
