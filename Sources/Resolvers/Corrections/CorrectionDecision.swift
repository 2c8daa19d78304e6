import FoundationEssentials
import Hours
import Schema
import Time

/// One decision about a correction on its way to the database.
struct CorrectionDecision: Sendable {
    static let maximumNoteLength = 1_000

    /// Nil for an id of another kind, which is not found.
    let correctionID: UUID?
    let clientRef: String?
    let isApproval: Bool
    let note: String?
    let expectedVersion: Int?
    /// Input member with the correction's id.
    private let idField: String
    private let path: [String]
    /// What is wrong with the decision; without errors it is applied.
    var errors: InputErrors
    /// Set once the correction was found, with what approving it does.
    private(set) var correction: AttendanceCorrectionRow?
    private(set) var effect: CorrectionEffect?
    /// Whether the decider decides on what is their own.
    private(set) var isOwn = false

    var isValid: Bool { errors.isEmpty }
    var status: RequestStatus { isApproval ? .approved : .rejected }

    init(_ input: AttendanceCorrectionDecideInput) {
        self.init(
            input.correctionId,
            nil,
            input.approve,
            input.note,
            input.expectedVersion,
            idField: "correctionId",
            path: ["input"]
        )
    }

    init(_ item: DecisionItem, index: Int) {
        self.init(
            item.requestId,
            item.clientRef,
            item.approve,
            item.note,
            item.expectedVersion,
            idField: "requestId",
            path: ["input", "items", String(index)]
        )
    }

    private init(
        _ id: GlobalID,
        _ clientRef: String?,
        _ isApproval: Bool,
        _ note: String?,
        _ expectedVersion: Int?,
        idField: String,
        path: [String]
    ) {
        correctionID = id.key(of: .attendanceCorrection)
        self.clientRef = clientRef
        self.isApproval = isApproval
        self.note = note
        self.expectedVersion = expectedVersion
        self.idField = idField
        self.path = path
        errors = InputErrors(path: path)
        if let note { errors.check(text: note, "note", maximumLength: Self.maximumNoteLength) }
    }

    mutating func refuseDuplicate() {
        errors.add(.duplicateInBatch, "An earlier item of the batch is for this correction.", idField)
    }

    mutating func refuse(_ period: StoredPeriod) {
        errors.addLocked(period, idField)
    }

    /// Holds the decision to what was found.
    mutating func resolve(_ lookup: CorrectionLookup) {
        guard let found = correctionID.flatMap({ lookup.corrections[$0] }) else {
            return errors.addNotFound("correction", idField)
        }
        correction = found.correction
        isOwn = found.isOwn
        if found.isOwn && !lookup.allowsSelfApproval {
            errors.add(.selfApproval, "Somebody else has to decide on what you asked for or is about you.", idField)
        }
        if isApproval { effect = CorrectionEffect(of: found.correction) }
    }

    /// Holds it to what is locked: nothing changes any more.
    ///
    /// - Parameter status: of the correction.
    mutating func check(_ status: RequestStatus, _ stored: StoredDays) {
        guard let correction else { return }
        if status != .pending {
            let change = StateChange(from: status, to: self.status, allowed: [])
            return errors.append([change.error(of: "correction", path: path + [idField])])
        }
        let version = stored.employees[correction.employeeID]?.version(on: correction.workDate)
        let isKnown = expectedVersion.map { Int32(clamping: $0) == version ?? 0 }
        if isKnown == false || isKnown == nil && correction.isStale(at: version) {
            let stale = UserErrors.staleVersion(current: version ?? 0, path: path + ["expectedVersion"])
            errors.append(stale.errors)
        }
        let locked = stored.periods.first { !$0.isOpen && $0.holds(correction.workDate) }
        if isApproval, let locked { refuse(locked) }
    }
}
