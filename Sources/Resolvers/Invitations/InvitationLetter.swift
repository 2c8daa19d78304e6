import FoundationEssentials
import JSON
import Jobs

/// An invitation's letter, as a job of the organization carries it: ids only. Address and link are found when it is
/// sent.
struct InvitationLetter: Equatable {
    static let jobKind = "invitation_letter"

    let invitationID: UUID
    /// Of the invitation's tokens; an earlier one's letter is not sent.
    let generation: Int32

    init(invitationID: UUID, generation: Int32) {
        self.invitationID = invitationID
        self.generation = generation
    }

    /// Nil for a payload that this version does not know.
    init?(_ payload: JSONValue) {
        guard let id = payload["invitation"]?.stringValue.flatMap(UUID.init(uuidString:)),
            case .int(let number)? = payload["generation"], let generation = Int32(exactly: number)
        else { return nil }
        self.init(invitationID: id, generation: generation)
    }

    /// To be enqueued in the transaction of the change.
    var job: NewJob {
        NewJob(
            kind: Self.jobKind,
            payload: ["invitation": .string(invitationID.uuidString), "generation": .int(Int64(generation))]
        )
    }
}
