import FoundationEssentials
import Hours
import Time

/// Days of employees as they are with a change, and what has to be written for it.
struct ComputedAttendance: Sendable {
    /// A day's record as it should be stored.
    struct Record: Sendable {
        let id: UUID
        let key: EmployeeWorkDay
        let values: RecordValues
    }

    /// All that were computed.
    private(set) var days: [EmployeeWorkDay: ComputedDays.Day] = [:]
    /// The day of each punch, voided ones too.
    private(set) var dayOfEvent: [UUID: EmployeeWorkDay] = [:]
    /// Of the days' records, of those stored and of those about to be.
    private(set) var recordIDs: [EmployeeWorkDay: UUID] = [:]
    /// The sessions of the days as they will be; those that are no more are `voided`.
    private(set) var sessions: [SessionValues] = []
    /// The days that the change touches, be it that they come out as before: their periods must be open.
    private(set) var touchedDays: Set<EmployeeWorkDay> = []

    /// Records to be written: what about them or their sessions changes, or somebody decides.
    private(set) var changedRecords: [Record] = []
    /// Sessions that take no more time than before: they are written first, to make room for the others.
    private(set) var shrunkSessions: [SessionValues] = []
    private(set) var grownSessions: [SessionValues] = []
    private(set) var removedBreakIDs: [UUID] = []
    private(set) var addedBreaks: [BreakValues] = []
    let periods: [StoredPeriod]
    let now: Timestamp
}

extension ComputedAttendance {
    /// Of all parts of an employee's day that were computed.
    func recordIDs(of employee: UUID, on date: CalendarDate) -> [UUID] {
        recordIDs.filter { $0.key.employeeID == employee && $0.key.day.date == date }.map(\.value)
    }
}

extension StoredDays {
    /// Computes the days with a change, without writing anything.
    func computed(_ edits: DayEdits = DayEdits(), now: Timestamp) -> ComputedAttendance {
        var result = ComputedAttendance(periods: periods, now: now)
        let added = Dictionary(grouping: edits.punches, by: \.employeeID)
        for (id, employee) in employees.sorted(by: { $0.key.uuidString < $1.key.uuidString }) {
            let punches = employee.punches.map { DayPunch($0, edits) } + (added[id] ?? []).map(DayPunch.init)
            result.add(EmployeeWork(id, employee, punches, edits, maximumSessionMinutes: maximumSessionMinutes))
        }
        return result
    }
}

extension ComputedAttendance {
    fileprivate mutating func add(_ work: EmployeeWork) {
        for (punch, day) in zip(work.punches, work.workDays) {
            let key = EmployeeWorkDay(employeeID: work.id, day: day)
            dayOfEvent[punch.id] = key
            if punch.isTouched { touchedDays.insert(key) }
        }
        for day in work.decidedDays { touchedDays.insert(EmployeeWorkDay(employeeID: work.id, day: day)) }
        for (day, computed) in work.days(now: now) where work.isKept(day, computed) {
            if work.leavesLockedDays && periods.contains(where: { !$0.isOpen && $0.holds(day.date) }) { continue }
            add(day, computed, work)
        }
    }

    private mutating func add(_ day: WorkDay, _ computed: ComputedDays.Day, _ work: EmployeeWork) {
        let key = EmployeeWorkDay(employeeID: work.id, day: day)
        let stored = work.employee.records[day]
        let recordID = stored?.id ?? UUID()
        days[key] = computed
        recordIDs[key] = recordID
        let outcome = work.outcome(of: computed, recordID: recordID)
        let changesSessions = addSessions(outcome, computed, work)
        addBreaks(outcome, computed, work)
        let values = RecordValues(computed, shiftID: computed.plan.shift.map(work.employee.roster.shiftID(of:)))
        if changesSessions || values != stored?.values || work.decidedDays.contains(day) {
            changedRecords.append(Record(id: recordID, key: key, values: values))
        }
    }

    /// Answers whether any of them differs from what is stored.
    private mutating func addSessions(
        _ outcome: DayOutcome,
        _ day: ComputedDays.Day,
        _ work: EmployeeWork
    ) -> Bool {
        var isChanged = false
        for index in day.punchIndices {
            let stored = work.punches[index].session
            guard let session = outcome.sessions[index] ?? stored?.voided else { continue }
            sessions.append(session)
            guard session != stored else { continue }
            isChanged = true
            if let stored, session.liesWithin(stored) {
                shrunkSessions.append(session)
            } else {
                grownSessions.append(session)
            }
        }
        return isChanged
    }

    private mutating func addBreaks(_ outcome: DayOutcome, _ day: ComputedDays.Day, _ work: EmployeeWork) {
        for index in day.punchIndices {
            let stored = work.punches[index].pause
            let pause = outcome.breaks[index]
            guard pause != stored else { continue }
            if let stored { removedBreakIDs.append(stored.id) }
            if let pause { addedBreaks.append(pause) }
        }
    }
}
