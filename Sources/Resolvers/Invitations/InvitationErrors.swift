import Schema

/// Why an invitation cannot be answered.
extension UserErrors {
    /// It was accepted, declined or withdrawn, or is over.
    static func notPending(path: [String]) -> UserErrors {
        UserErrors(.invitationNotPending, "The invitation is not open any more.", path: path)
    }

    /// There is no such invitation, or nothing stands behind it any more; which of them stays untold.
    static func invalidInvitation(path: [String]) -> UserErrors {
        UserErrors(.invitationInvalid, "The invitation is not valid. Ask for a new one.", path: path)
    }
}
