import FoundationEssentials
import Postgres
import Time

/// The rows of one organization of the plan. Every row follows from the plan alone, so that each COPY makes its own.
struct SeededOrganization {
    let plan: SeedPlan.Organization
    let id: UUID
    let dates: [CalendarDate]
    /// Minutes from UTC in the organization's zone, by date.
    let offsets: [Int]
    private let key: UInt64

    private enum Stream: UInt64 {
        case organization = 1
        case department, employee, login, day
    }

    init(_ plan: SeedPlan.Organization, dates: [CalendarDate], offsets: [Int]) {
        self.plan = plan
        self.dates = dates
        self.offsets = offsets
        key = SeedRandom.number(of: plan.slug)
        var random = SeedRandom(key, Stream.organization.rawValue)
        id = random.uuid()
    }

    private func stream(_ stream: Stream, _ index: Int) -> SeedRandom {
        SeedRandom(key, stream.rawValue, UInt64(index))
    }

    func departmentID(_ index: Int) -> UUID {
        var random = stream(.department, index)
        return random.uuid()
    }

    func employeeID(_ index: Int) -> UUID {
        var random = stream(.employee, index)
        return random.uuid()
    }

    /// The user and the membership of a login.
    func loginIDs(_ index: Int) -> (userID: UUID, memberID: UUID) {
        var random = stream(.login, index)
        return (random.uuid(), random.uuid())
    }

    func day(_ employee: Int, _ day: Int) -> SeededDay {
        var random = SeedRandom(key, Stream.day.rawValue, UInt64(employee), UInt64(day))
        return SeededDay(&random, date: dates[day], offsetMinutes: offsets[day])
    }
}

extension SeededOrganization {
    static let employeeColumns = """
        organization_id, id, member_id, department_id, manager_id, employee_number, full_name, email, job_title, hired_on
        """

    /// The first employee of a department leads it, and the first of all leads them.
    func addEmployee(_ index: Int, to rows: inout CopyRows) {
        var random = stream(.employee, index)
        let employeeID = random.uuid()
        let login = plan.logins.firstIndex { $0.employee == index }
        let name = SeedNames.person(&random)
        let department = index % plan.departmentCount
        let manager = index < plan.departmentCount ? 0 : department
        rows.add(id)
        rows.add(employeeID)
        rows.add(login.map { loginIDs($0).memberID })
        rows.add(departmentID(department))
        rows.add(index == 0 ? nil : self.employeeID(manager))
        rows.add("E\(10_001 + index)")
        rows.add(login.map { plan.logins[$0].name } ?? name)
        rows.add(login.map { plan.logins[$0].email } ?? "employee\(index + 1)@\(plan.slug).example")
        rows.add(
            index < plan.departmentCount
                ? "Head of \(SeedNames.departments[department])" : random.element(of: SeedNames.jobTitles)
        )
        rows.add((dates.first ?? CalendarDate(days: 20_000)).advanced(byDays: -random.int(in: 30...3_000)))
        rows.endRow()
    }

    static let eventColumns = """
        organization_id, id, employee_id, kind, occurred_at, received_at, time_zone, utc_offset_minutes, source
        """

    func addEvents(_ employee: Int, to rows: inout CopyRows) {
        let employeeID = employeeID(employee)
        for index in dates.indices {
            let day = day(employee, index)
            func add(_ eventID: UUID, _ kind: String, _ instant: Timestamp) {
                rows.add(id)
                rows.add(eventID)
                rows.add(employeeID)
                rows.add(kind)
                rows.add(instant)
                rows.add(instant)
                rows.add(plan.timeZone)
                rows.add(offsets[index])
                rows.add("kiosk")
                rows.endRow()
            }
            add(day.clockInEventID, "clock_in", day.clockIn)
            if let pause = day.pause {
                add(pause.startEventID, "break_start", pause.start)
                add(pause.endEventID, "break_end", pause.end)
            }
            add(day.clockOutEventID, "clock_out", day.clockOut)
        }
    }

    static let recordColumns = """
        organization_id, id, employee_id, work_date, time_zone, first_in_at, last_out_at, worked_minutes, break_minutes,
        status, computed_at
        """

    func addRecords(_ employee: Int, to rows: inout CopyRows) {
        let employeeID = employeeID(employee)
        for index in dates.indices {
            let day = day(employee, index)
            rows.add(id)
            rows.add(day.recordID)
            rows.add(employeeID)
            rows.add(dates[index])
            rows.add(plan.timeZone)
            rows.add(day.clockIn)
            rows.add(day.clockOut)
            rows.add(day.workedMinutes)
            rows.add(day.pause?.minutes ?? 0)
            rows.add("present")
            rows.add(day.clockOut)
            rows.endRow()
        }
    }

    static let sessionColumns = """
        organization_id, id, employee_id, record_id, clock_in_event_id, clock_out_event_id, clock_in_at, clock_out_at, status
        """

    func addSessions(_ employee: Int, to rows: inout CopyRows) {
        let employeeID = employeeID(employee)
        for index in dates.indices {
            let day = day(employee, index)
            rows.add(id)
            rows.add(day.sessionID)
            rows.add(employeeID)
            rows.add(day.recordID)
            rows.add(day.clockInEventID)
            rows.add(day.clockOutEventID)
            rows.add(day.clockIn)
            rows.add(day.clockOut)
            rows.add("closed")
            rows.endRow()
        }
    }

    static let breakColumns = "organization_id, id, session_id, employee_id, started_at, ended_at"

    func addBreaks(_ employee: Int, to rows: inout CopyRows) {
        let employeeID = employeeID(employee)
        for index in dates.indices {
            let day = day(employee, index)
            guard let pause = day.pause else { continue }
            rows.add(id)
            rows.add(pause.startEventID)
            rows.add(day.sessionID)
            rows.add(employeeID)
            rows.add(pause.start)
            rows.add(pause.end)
            rows.endRow()
        }
    }
}
