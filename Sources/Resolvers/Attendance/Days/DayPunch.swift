import FoundationEssentials
import Hours

/// A punch that is computed with: one that is stored, or is about to be.
struct DayPunch: Sendable {
    let id: UUID
    let event: PunchEvent
    /// Where its session takes place, as far as the punch says.
    let locationID: UUID?
    /// What is stored of the session that it began.
    let session: SessionValues?
    /// What is stored of the break that it began.
    let pause: BreakValues?
    /// Whether the change is about it.
    let isTouched: Bool

    init(_ stored: StoredPunch, _ edits: DayEdits) {
        id = stored.id
        isTouched = edits.voidedEventIDs.contains(stored.id)
        var event = stored.event
        if isTouched { event.isVoided = true }
        self.event = event
        locationID = stored.locationID
        session = stored.session
        pause = stored.pause
    }

    init(_ added: DayEdits.Punch) {
        id = added.id
        event = added.event
        locationID = added.locationID
        session = nil
        pause = nil
        isTouched = true
    }
}
