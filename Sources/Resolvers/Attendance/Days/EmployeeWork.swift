import FoundationEssentials
import Hours
import Time

/// One employee's punches on their way into days.
struct EmployeeWork {
    let id: UUID
    let employee: StoredDays.Employee
    let punches: [DayPunch]
    /// The day of each punch, at the same index.
    let workDays: [WorkDay]
    /// The days that are written whether or not anything about them changes.
    let decidedDays: Set<WorkDay>
    private let edits: DayEdits
    private let events: [PunchEvent]
    private let maximumSessionMinutes: Int

    init(
        _ id: UUID,
        _ employee: StoredDays.Employee,
        _ punches: [DayPunch],
        _ edits: DayEdits,
        maximumSessionMinutes: Int
    ) {
        self.id = id
        self.employee = employee
        self.punches = punches
        self.edits = edits
        self.maximumSessionMinutes = maximumSessionMinutes
        events = punches.map(\.event)
        workDays = employee.roster.roster.workDays(of: events, maximumSessionMinutes: maximumSessionMinutes)
        decidedDays = Set(edits.decidedDays.filter { $0.employeeID == id }.map(\.day))
    }

    func days(now: Timestamp) -> [WorkDay: ComputedDays.Day] {
        let dates = wantedDates
        let expected = expectedDays(on: dates)
        return ComputedDays(
            of: events,
            on: workDays,
            employee.roster.roster,
            expected: expected,
            circumstances: circumstances(of: expected),
            maximumSessionMinutes: maximumSessionMinutes,
            now: now,
            where: { dates.contains($0.date) }
        ).days
    }

    var leavesLockedDays: Bool { edits.leavesLockedDays }

    /// Whether the day has a record: it has punches, had one already, or somebody decides about it. One without
    /// punches stays, with its plan's status: its voided sessions, and what was decided, are still to be seen.
    func isKept(_ day: WorkDay, _ computed: ComputedDays.Day) -> Bool {
        if employee.records[day] != nil || decidedDays.contains(day) { return true }
        if computed.punchIndices.contains(where: { !events[$0].isVoided || punches[$0].session != nil }) { return true }
        return edits.addsAbsences && computed.record.status == .absent && employee.isEmployed(on: day.date)
    }

    /// The dates asked for, and those from which or to which a stored session moves.
    private var wantedDates: Set<CalendarDate> {
        let dayOfRecord = Dictionary(employee.records.map { ($1.id, $0) }, uniquingKeysWith: { $1 })
        var dates = employee.dates
        for (punch, day) in zip(punches, workDays) {
            guard let record = punch.session.flatMap({ dayOfRecord[$0.recordID] }) else { continue }
            if employee.dates.contains(record.date) { dates.insert(day.date) }
            if employee.dates.contains(day.date) { dates.insert(record.date) }
        }
        return dates
    }

    /// Days that are computed even when nothing was punched.
    private func expectedDays(on dates: Set<CalendarDate>) -> Set<WorkDay> {
        var expected = decidedDays.union(employee.records.keys.filter { dates.contains($0.date) })
        guard edits.addsAbsences else { return expected }
        for date in employee.dates {
            expected.formUnion(employee.roster.roster.shifts(on: date).map { WorkDay(date: date, slot: $0.slot) })
        }
        return expected
    }

    private func circumstances(of days: Set<WorkDay>) -> [WorkDay: DayCircumstances] {
        Dictionary(
            uniqueKeysWithValues: days.map { day in
                (day, edits.circumstances(of: EmployeeWorkDay(employeeID: id, day: day), employee.records[day]))
            }
        )
    }
}

/// What punches of a day begin, by their place among the employee's.
struct DayOutcome {
    var sessions: [Int: SessionValues] = [:]
    var breaks: [Int: BreakValues] = [:]
}

extension EmployeeWork {
    /// - Parameter recordID: of the day.
    func outcome(of day: ComputedDays.Day, recordID: UUID) -> DayOutcome {
        var outcome = DayOutcome()
        for session in day.record.sessions {
            let index = day.punchIndices[session.clockInIndex]
            let values = values(of: session, day, recordID: recordID)
            outcome.sessions[index] = values
            for pause in session.breaks {
                let index = day.punchIndices[pause.startIndex]
                outcome.breaks[index] = BreakValues(
                    id: punches[index].id,
                    sessionID: values.id,
                    employeeID: id,
                    start: pause.start,
                    end: pause.end,
                    isPaid: pause.isPaid
                )
            }
        }
        return outcome
    }

    /// A session keeps its id and its place for as long as its clock-in stands.
    private func values(of session: WorkSession, _ day: ComputedDays.Day, recordID: UUID) -> SessionValues {
        let clockIn = punches[day.punchIndices[session.clockInIndex]]
        return SessionValues(
            id: clockIn.session?.id ?? UUID(),
            employeeID: id,
            recordID: recordID,
            clockInEventID: clockIn.id,
            clockInAt: session.start,
            clockOutEventID: session.clockOutIndex.map { punches[day.punchIndices[$0]].id },
            clockOutAt: session.end,
            status: SessionValues.Status(session.state),
            locationID: clockIn.session.map(\.locationID) ?? clockIn.locationID ?? employee.locationID
        )
    }
}
