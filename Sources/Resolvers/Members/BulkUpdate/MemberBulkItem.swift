import Auth
import FoundationEssentials
import Schema

/// One item of a bulk update of members on its way to the database.
struct MemberBulkItem: Sendable {
    let input: MemberBulkUpdateItem
    let patch: MemberPatch
    /// Nil for an id of another kind, which is not found.
    let memberID: UUID?
    /// What is wrong with the item; without errors it is applied.
    var errors: InputErrors
    /// Set once the item was found good.
    private(set) var change: MemberChange?
    private let path: [String]

    var isValid: Bool { errors.isEmpty }

    init(_ input: MemberBulkUpdateItem, index: Int) {
        self.input = input
        path = ["input", "items", String(index)]
        errors = InputErrors(path: path)
        memberID = input.memberId.key(of: .member)
        patch = MemberPatch(title: input.title, roleIDs: input.roleIds, &errors)
        if case .null = input.accessState { errors.addRequired("accessState") }
    }

    /// Holds the item to what is stored.
    mutating func resolve(_ lookup: MemberLookup, _ authority: MemberAuthority) {
        guard let member = memberID.flatMap({ lookup.members[$0] }) else {
            return errors.addNotFound("member", "memberId")
        }
        var change = MemberChange(member)
        setAccess(&change, authority)
        if !input.title.isAbsent || !input.roleIds.isAbsent { authority.checkChange(of: member, &errors) }
        patch.apply(to: &change.values, lookup, authority, &errors)
        if let expected = input.expectedVersion.given, expected != Int(member.version) {
            errors.addStaleVersion(current: member.version)
        }
        if errors.isEmpty { self.change = change }
    }

    /// A state that the member has already is no change.
    private mutating func setAccess(_ change: inout MemberChange, _ authority: MemberAuthority) {
        let current = change.member.values.accessState
        guard let state = input.accessState.given, state != current else { return }
        if !authority.holds(state == .suspended ? .memberSuspend : .memberDeactivate) {
            errors.add(.forbidden, "You lack the permission to give a member this state.", "accessState")
        }
        authority.checkAccess(of: change.member, &errors)
        errors.addTransition(current.becoming(state), of: "member", "accessState")
        change.values.setAccess(state)
    }
}
