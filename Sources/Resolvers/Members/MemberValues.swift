import Auth
import FoundationEssentials
import JSON
import Schema

/// What mutations change of a membership.
struct MemberValues: Sendable, Equatable {
    var title: String?
    var role: Auth.MembershipRole
    var accessState: MemberAccessState
    var customRoleIDs: Set<UUID>
    /// Nil while the membership lasts.
    var endReason: MembershipEndReason?

    /// Ends the membership, and the custom roles and the admin grant with it.
    mutating func end(_ reason: MembershipEndReason) {
        endReason = reason
        role = .member
        customRoleIDs = []
    }

    /// Changes the access. An admin grant is of active members only, so it ends with the access.
    mutating func setAccess(_ state: MemberAccessState) {
        accessState = state
        if state != .active { role = .member }
    }

    /// The values as the audit log keeps them: names of the API, ids as the database has them.
    var json: JSONObject {
        [
            "title": .optional(title), "role": .string(role.rawValue), "accessState": .string(accessState.rawValue),
            "roleIds": .array(customRoleIDs.map { $0.uuidString.lowercased() }.sorted().map(JSONValue.string)),
            "endReason": .optional(endReason?.rawValue),
        ]
    }
}

/// Why a membership ended, as the database has it.
enum MembershipEndReason: String, Sendable {
    case left, removed
}
