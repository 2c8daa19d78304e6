import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Schema
import Time

/// What a correction asks for, as it is stored: punches as instants, and the events that are to be void.
struct RequestedChange: Sendable {
    var punches: [ProposedPunch] = []
    var voidedEventIDs: [UUID] = []
}

/// A punch that a correction proposes.
struct ProposedPunch: ObjectRow {
    static let typeName = "ProposedEvent"

    let kind: PunchKind
    let at: Timestamp
    let timeZone: String

    var eventKind: AttendanceEventKind { AttendanceEventKind(rawValue: kind.rawValue.uppercased()) ?? .clockIn }
}

extension RequestedChange {
    var json: JSONObject {
        [
            "events": .array(
                punches.map { punch in
                    [
                        "kind": .string(punch.kind.rawValue), "at": .string(punch.at.description),
                        "timeZone": .string(punch.timeZone),
                    ]
                }
            ),
            "voids": .array(voidedEventIDs.map { .string($0.uuidString.lowercased()) }),
        ]
    }

    /// - Parameter json: as ``json`` has it; what has another form is left out.
    init(json: String) {
        guard let value = try? JSONReader().read(Array(json.utf8)) else { return }
        punches = value["events"]?.arrayValue?.compactMap(ProposedPunch.init) ?? []
        voidedEventIDs = value["voids"]?.arrayValue?.compactMap { $0.stringValue.flatMap(UUID.init(uuidString:)) } ?? []
    }
}

extension ProposedPunch {
    fileprivate init?(_ value: JSONValue) {
        guard let kind = value["kind"]?.stringValue.flatMap(PunchKind.init(rawValue:)),
            let at = value["at"]?.stringValue.flatMap(Timestamp.init(rfc3339:)),
            let timeZone = value["timeZone"]?.stringValue
        else { return nil }
        self.init(kind: kind, at: at, timeZone: timeZone)
    }
}
