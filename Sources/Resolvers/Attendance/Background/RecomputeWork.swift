import FoundationEssentials
import JSON
import Jobs
import Time

/// Which days a job computes anew.
struct RecomputeWork: Sendable {
    static let jobKind = "attendance_recompute"

    let first: CalendarDate
    let last: CalendarDate
    /// Nil for everybody.
    let employeeIDs: [UUID]?
    /// Whose days alone are computed: those on which it is worked, or was when they were computed. Nil for all days.
    let shiftID: UUID?
    /// Who asked for it.
    let userID: UUID
    /// Where to go on.
    private(set) var progress: Progress?

    /// How far a chain of jobs has come.
    struct Progress: Sendable {
        /// The first job of the chain.
        let firstJobID: UUID
        /// The last employee whose days are done.
        let employeeID: UUID
    }

    init(
        first: CalendarDate,
        last: CalendarDate,
        employeeIDs: [UUID]? = nil,
        shiftID: UUID? = nil,
        userID: UUID
    ) {
        self.first = first
        self.last = last
        self.employeeIDs = employeeIDs
        self.shiftID = shiftID
        self.userID = userID
    }

    /// The first job of a chain.
    var job: NewJob { NewJob(kind: Self.jobKind, payload: .object(json)) }

    /// The job that goes on behind an employee. A job that is run twice has one successor at a time.
    func job(after employeeID: UUID, of job: Job) -> NewJob {
        var rest = self
        let chain = progress?.firstJobID ?? job.id
        rest.progress = Progress(firstJobID: chain, employeeID: employeeID)
        return NewJob(
            kind: Self.jobKind,
            payload: .object(rest.json),
            dedupeKey: "\(chain.text) \(employeeID.text)"
        )
    }
}

extension RecomputeWork {
    /// As the job carries it.
    var json: JSONObject {
        var members: JSONObject = [
            "from": .string(first.description), "to": .string(last.description),
            "employeeIds": employeeIDs.map { .array($0.map { .string($0.text) }) } ?? .null,
            "userId": .string(userID.text),
        ]
        if let shiftID { members["shiftId"] = .string(shiftID.text) }
        if let progress {
            members["firstJobId"] = .string(progress.firstJobID.text)
            members["afterEmployeeId"] = .string(progress.employeeID.text)
        }
        return members
    }

    /// Nil for what ``json`` did not write.
    init?(_ payload: JSONValue) {
        guard let first = payload["from"]?.stringValue.flatMap(CalendarDate.init(iso:)),
            let last = payload["to"]?.stringValue.flatMap(CalendarDate.init(iso:)),
            let userID = payload["userId"]?.uuid
        else { return nil }
        self.init(
            first: first,
            last: last,
            employeeIDs: payload["employeeIds"]?.arrayValue?.compactMap(\.uuid),
            shiftID: payload["shiftId"]?.uuid,
            userID: userID
        )
        guard let firstJobID = payload["firstJobId"]?.uuid, let employeeID = payload["afterEmployeeId"]?.uuid
        else { return }
        progress = Progress(firstJobID: firstJobID, employeeID: employeeID)
    }
}

extension JSONValue {
    fileprivate var uuid: UUID? { stringValue.flatMap(UUID.init(uuidString:)) }
}

extension UUID {
    fileprivate var text: String { uuidString.lowercased() }
}
