import FoundationEssentials
import JSON
import Time

/// Which days a job computes anew.
struct RecomputeWork: Sendable {
    static let jobKind = "attendance_recompute"

    let first: CalendarDate
    let last: CalendarDate
    /// Nil for everybody.
    let employeeIDs: [UUID]?
    /// Who asked for it.
    let userID: UUID

    /// As the job carries it.
    var json: JSONObject {
        [
            "from": .string(first.description), "to": .string(last.description),
            "employeeIds": employeeIDs.map { .array($0.map { .string($0.uuidString.lowercased()) }) } ?? .null,
            "userId": .string(userID.uuidString.lowercased()),
        ]
    }

    init(first: CalendarDate, last: CalendarDate, employeeIDs: [UUID]?, userID: UUID) {
        self.first = first
        self.last = last
        self.employeeIDs = employeeIDs
        self.userID = userID
    }

    /// Nil for what ``json`` did not write.
    init?(_ payload: JSONValue) {
        guard let first = payload["from"]?.stringValue.flatMap(CalendarDate.init(iso:)),
            let last = payload["to"]?.stringValue.flatMap(CalendarDate.init(iso:)),
            let userID = payload["userId"]?.stringValue.flatMap(UUID.init(uuidString:))
        else { return nil }
        self.init(
            first: first,
            last: last,
            employeeIDs: payload["employeeIds"]?.arrayValue?.compactMap { id in
                id.stringValue.flatMap(UUID.init(uuidString:))
            },
            userID: userID
        )
    }
}
