import FoundationEssentials
import GraphQLEngine
import Hours
import Schema
import Time

/// One item of attendanceEventsSync and what becomes of it.
struct SyncedEvent: Sendable {
    /// As the client wrote it.
    let deviceEventID: String
    let event: DeviceEvent
    private(set) var errors: InputErrors
    /// Nil while it is open.
    private(set) var outcome: DeviceEventOutcome?
    /// The event that it is, or was before.
    private(set) var storedID: UUID?

    init(_ input: DeviceEventInput, index: Int, address: String?) {
        deviceEventID = input.deviceEventId
        var errors = InputErrors(path: ["input", "items", String(index)])
        event = DeviceEvent(input, address: address, &errors)
        self.errors = errors
        if !errors.isEmpty { outcome = .rejected }
    }

    var isOpen: Bool { outcome == nil }

    mutating func accept() {
        outcome = .accepted
        storedID = event.id
    }

    mutating func keep() { outcome = .unmapped }

    /// - Parameter storedID: nil for one that is kept, or counts for nothing.
    mutating func findDuplicate(of storedID: UUID?) {
        outcome = .duplicate
        self.storedID = storedID
    }

    mutating func refuse(_ refusal: DeviceEventPlacement.Refusal) {
        switch refusal {
        case .policy(.duplicate): findDuplicate(of: nil)
        case .policy(.inFuture):
            reject(.eventInFuture, "This is ahead of the server's clock by more than the allowed skew.", "occurredAt")
        case .policy(.tooOld): reject(.eventTooOld, "This is longer ago than offline events are taken.", "occurredAt")
        case .periodLocked(let period):
            errors.addLocked(period, "occurredAt")
            outcome = .rejected
        case .employeeGone: rejectAsInactive()
        }
    }

    mutating func rejectAsInactive() {
        reject(.employeeInactive, "The employee has left or was deleted.", "externalUserId")
    }

    private mutating func reject(_ code: UserErrorCode, _ message: String, _ field: String) {
        errors.add(code, message, field)
        outcome = .rejected
    }
}
