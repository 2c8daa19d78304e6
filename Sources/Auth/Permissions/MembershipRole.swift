/// The role of a member in an organization. Being a manager is derived from the employees at each request.
public enum MembershipRole: String, Sendable, Hashable, CaseIterable {
    case owner = "OWNER"
    case admin = "ADMIN"
    case member = "MEMBER"
}
