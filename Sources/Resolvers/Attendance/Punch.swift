import FoundationEssentials
import Schema
import Time

/// What a client says of a punch, whichever its kind.
struct Punch: Sendable {
    /// Nil for the viewer's own record.
    let employeeID: GlobalID?
    /// Set by the client so that sending the punch again does nothing twice.
    let clientEventID: UUID?
    /// Nil for the server's time.
    let occurredAt: Timestamp?
    /// Nil for the employee's.
    let timeZone: String?
    var point: GeoPointInput?
    var note: String?
    /// Of a break; nil for as the shift has it.
    var isPaid: Bool?
    let clientMutationId: String?

    static let maximumNoteLength = 1000
    /// Half the Earth's circumference.
    static let maximumAccuracyMeters: Double = 20_040_000

    init(_ input: AttendanceClockInInput) {
        employeeID = input.employeeId
        clientEventID = input.clientEventId
        occurredAt = input.occurredAt
        timeZone = input.timeZone
        point = input.point
        note = input.note
        clientMutationId = input.clientMutationId
    }

    init(_ input: AttendanceClockOutInput) {
        employeeID = input.employeeId
        clientEventID = input.clientEventId
        occurredAt = input.occurredAt
        timeZone = input.timeZone
        point = input.point
        note = input.note
        clientMutationId = input.clientMutationId
    }

    init(_ input: AttendanceBreakStartInput) {
        employeeID = input.employeeId
        clientEventID = input.clientEventId
        occurredAt = input.occurredAt
        timeZone = input.timeZone
        isPaid = input.isPaid
        clientMutationId = input.clientMutationId
    }

    init(_ input: AttendanceBreakEndInput) {
        employeeID = input.employeeId
        clientEventID = input.clientEventId
        occurredAt = input.occurredAt
        timeZone = input.timeZone
        clientMutationId = input.clientMutationId
    }
}

extension Punch {
    /// What is wrong with the note and the point by themselves.
    func check(_ errors: inout InputErrors) {
        if let note, note.unicodeScalars.count > Punch.maximumNoteLength {
            errors.add(.tooLong, "This may have at most \(Punch.maximumNoteLength) characters.", "note")
        }
        if let point, !point.isOnEarth {
            errors.add(
                .outOfRange,
                "The latitude must be between -90 and 90, the longitude between -180 and 180, the accuracy not negative.",
                "point"
            )
        }
    }
}

extension GeoPointInput {
    var isOnEarth: Bool {
        (-90...90).contains(latitude) && (-180...180).contains(longitude)
            && (0...Punch.maximumAccuracyMeters).contains(accuracyMeters ?? 0)
    }
}
