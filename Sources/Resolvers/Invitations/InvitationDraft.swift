import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

/// An invitation on its way to the database.
struct InvitationDraft: Sendable {
    private struct Places {
        var email = ["email"]
        var role = ["role"]
    }

    let id = UUID()
    let clientRef: String?
    /// Nil for an address that is none.
    let email: String?
    let role: MembershipRole
    /// An id of another kind is nil in the list, and is not found.
    private let roleIDs: [UUID?]
    private let employeeID: GlobalID?
    /// The language of the letter; nil for the organization's.
    private(set) var locale: String?
    /// Where the address and the role stand in the input.
    private let places: Places
    /// What is wrong with the draft; without errors it is stored.
    var errors: InputErrors

    var isValid: Bool { errors.isEmpty }
    var roleKeys: [UUID] { roleIDs.compactMap { $0 } }
    var employeeKey: UUID? { employeeID?.key(of: .employee) }

    init(_ input: InvitationCreateInput) {
        self.init(input.email, input.role, input.roleIds, input.employeeId, nil, path: ["input"])
        locale = input.locale
        if let locale, !LanguageTag.isValid(locale) { errors.add(.invalid, LanguageTag.explanation, "locale") }
    }

    init(_ input: InvitationBulkItem, index: Int) {
        let path = ["input", "items", String(index)]
        self.init(input.email, input.role, input.roleIds, input.employeeId, input.clientRef, path: path)
    }

    /// Invites an employee who is created with it.
    init(employee: UUID, email: String, role: MembershipRole) {
        let places = Places(email: ["employee", "email"], role: ["inviteRole"])
        self.init(email, role, nil, GlobalID(.employee, employee), nil, path: ["input"], places)
    }

    private init(
        _ email: String,
        _ role: MembershipRole,
        _ roleIDs: [GlobalID]?,
        _ employeeID: GlobalID?,
        _ clientRef: String?,
        path: [String],
        _ places: Places = Places()
    ) {
        var addressErrors = InputErrors(path: path)
        let address = addressErrors.requiredEmail(email, "email")
        self.email = addressErrors.isEmpty ? address : nil
        self.role = role
        self.roleIDs = (roleIDs ?? []).map { $0.key(of: .role) }
        self.employeeID = employeeID
        self.clientRef = clientRef
        self.places = places
        errors = addressErrors
        if role == .owner {
            errors.add(.roleEscalation, "Nobody is invited as the owner: ownership is transferred.", at: places.role)
        }
    }

    /// Holds the draft to what is stored, and to what the inviter may hand on.
    mutating func resolve(_ lookup: InvitationLookup, _ inviter: MemberAuthority) {
        if role == .admin && !inviter.mayInviteAdmins {
            errors.add(.ownerOnly, "Only the owner invites admins.", at: places.role)
        }
        resolveRoles(lookup, inviter)
        resolveEmployee(lookup)
        guard let address = email.flatMap({ lookup.addresses[$0] }) else { return }
        if address.isMember { errors.add(.alreadyMember, "This person is a member already.", at: places.email) }
        if address.isInvited { errors.add(.alreadyInvited, "This address has an open invitation.", at: places.email) }
    }

    private mutating func resolveRoles(_ lookup: InvitationLookup, _ inviter: MemberAuthority) {
        let permissions = roleIDs.map { id in id.flatMap { lookup.roles[$0] } }
        if permissions.contains(where: { $0 == nil }) { errors.addNotFound("role", "roleIds") }
        if !permissions.allSatisfy({ $0?.allSatisfy(inviter.mayGrant) ?? true }) {
            errors.add(.roleEscalation, "A role has permissions that you do not hold yourself.", "roleIds")
        }
    }

    private mutating func resolveEmployee(_ lookup: InvitationLookup) {
        guard employeeID != nil else { return }
        guard let hasLogin = employeeKey.flatMap({ lookup.employees[$0] }) else {
            return errors.addNotFound("employee", "employeeId")
        }
        if hasLogin { errors.add(.taken, "The employee has a login already.", "employeeId") }
    }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        [
            "email": .optional(email), "role": .string(role.rawValue),
            "roleIds": .array(Set(roleKeys).map { $0.uuidString.lowercased() }.sorted().map(JSONValue.string)),
            "employeeId": .optional(employeeKey), "locale": .optional(locale),
        ]
    }
}
