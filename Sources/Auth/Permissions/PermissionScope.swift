/// How far a permission reaches. `platform` stands apart: it is held by platform administrators, in no organization.
public enum PermissionScope: String, Sendable, Hashable, CaseIterable {
    case own = "SELF"
    case team = "TEAM"
    case organization = "ORGANIZATION"
    case platform = "PLATFORM"
}
