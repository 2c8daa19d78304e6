import Auth
import FoundationEssentials
import Schema

/// Changes of title and custom roles, found well-formed: what is absent stays, a null title clears.
struct MemberPatch: Sendable {
    private let title: InputField<String>
    /// Nil where the roles stay. An id of another kind is nil in the list, and is not found.
    private let roleIDs: [UUID?]?

    init(title: InputField<String>, roleIDs: InputField<[GlobalID]>, _ errors: inout InputErrors) {
        switch title {
        case .absent: self.title = .absent
        case .null: self.title = .null
        case .value(let text):
            self.title = errors.optional(text, "title", maximumLength: 200).map(InputField.value) ?? .null
        }
        if case .null = roleIDs { errors.addRequired("roleIds") }
        self.roleIDs = roleIDs.given?.map { $0.key(of: .role) }
    }

    var roleKeys: [UUID] { roleIDs?.compactMap { $0 } ?? [] }

    /// Adds an error for roles that are missing, and for new ones with permissions that the viewer lacks.
    func apply(
        to values: inout MemberValues,
        _ lookup: MemberLookup,
        _ authority: MemberAuthority,
        _ errors: inout InputErrors
    ) {
        if !title.isAbsent { values.title = title.given }
        guard let roleIDs else { return }
        let found = roleIDs.map { id in id.flatMap { id in lookup.roles[id].map { (id: id, permissions: $0) } } }
        if found.contains(where: { $0 == nil }) { errors.addNotFound("role", "roleIds") }
        let new = found.compactMap { $0 }.filter { !values.customRoleIDs.contains($0.id) }
        if !new.allSatisfy({ $0.permissions.allSatisfy(authority.mayGrant) }) {
            errors.add(.roleEscalation, "A role has permissions that you do not hold yourself.", "roleIds")
        }
        values.customRoleIDs = Set(found.compactMap { $0?.id })
    }
}
