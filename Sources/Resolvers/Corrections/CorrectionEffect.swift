import FoundationEssentials
import Hours
import Schema
import Time

/// What approving a correction does to days.
struct CorrectionEffect: Sendable {
    let correctionID: UUID
    let employeeID: UUID
    let workDate: CalendarDate
    /// The proposed punches with the ids that their events get.
    let punches: [(id: UUID, punch: ProposedPunch)]
    let voidedEventIDs: [UUID]
    /// What the day is from then on, whatever the punches say; nil where they decide.
    let status: DayStatus?

    init(
        of change: RequestedChange,
        _ kind: CorrectionKind,
        correction: UUID,
        employee: UUID,
        on workDate: CalendarDate
    ) {
        correctionID = correction
        employeeID = employee
        self.workDate = workDate
        punches = change.punches.map { (UUID(), $0) }
        voidedEventIDs = change.voidedEventIDs
        status =
            switch kind {
            case .remoteWork: .remote
            case .onDuty: .present
            case .missedClockIn, .missedClockOut, .wrongTime, .addDay, .void: nil
            }
    }

    init(of correction: AttendanceCorrectionRow) {
        self.init(
            of: correction.change,
            correction.kind,
            correction: correction.id,
            employee: correction.employeeID,
            on: correction.workDate
        )
    }

    /// The parts of the corrected day, the first one first.
    func parts(in stored: StoredDays) -> [EmployeeWorkDay] {
        let parts = stored.employees[employeeID]?.parts(of: workDate) ?? []
        return parts.map { EmployeeWorkDay(employeeID: employeeID, day: $0) }
    }

    /// The days that may change: those around the corrected one, as far as a session reaches.
    var days: EmployeeDays { Self.days(of: employeeID, around: workDate) }

    static let reach = 2

    static func days(of employee: UUID, around date: CalendarDate) -> EmployeeDays {
        EmployeeDays(employee, from: date.advanced(byDays: -reach), through: date.advanced(byDays: reach))
    }
}

extension DayEdits {
    /// A status holds for all parts of a day.
    init(_ effects: [CorrectionEffect], on stored: StoredDays) {
        self.init()
        for effect in effects {
            for (id, punch) in effect.punches {
                let event = PunchEvent(punch.kind, at: punch.at)
                punches.append(Punch(id: id, employeeID: effect.employeeID, event: event))
            }
            voidedEventIDs.formUnion(effect.voidedEventIDs)
            guard let status = effect.status else { continue }
            for day in effect.parts(in: stored) { statusOverrides[day] = .some(status) }
        }
    }
}

extension StoredDays.Employee {
    /// Version of a date: the sum of those of its records, which grows whichever of them changes. Nil without a record.
    func version(on date: CalendarDate) -> Int32? {
        let versions = records.filter { $0.key.date == date }.map(\.value.version)
        return versions.isEmpty ? nil : versions.reduce(0, +)
    }
}
