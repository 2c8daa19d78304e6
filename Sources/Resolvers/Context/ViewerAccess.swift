public import Auth
public import GraphQLEngine

/// Reads `@public` and `@can` of the schema for one caller's rights.
///
/// Rights come from the token alone, so that plans can be shared by all callers who hold the same.
public struct ViewerAccess: AccessPolicy {
    public let key: [UInt64]
    private let rights: Rights?
    private let isDevice: Bool

    /// - Parameter principal: nil for an anonymous caller.
    public init(_ principal: Principal?) {
        rights = principal?.rights
        isDevice = principal?.device != nil
        // Nobody but devices holds the right to punch as one, so no person has a device's key.
        key = principal?.rights.key ?? []
    }

    public func denial(of field: FieldDefinition, on parent: NamedType, giving type: NamedType) -> GraphQLError? {
        if isRoot(parent) && !field.isPublic && !field.name.hasPrefix("__") {
            if rights == nil { return PublicErrors.unauthenticated }
            if isDevice && field.requirement == nil { return PublicErrors.forPeople }
        }
        if let denial = denial(of: field.requirement) { return denial }
        // What the caller finds at their own self, or has just made their own, passes the gate on its type.
        return Self.ownTypes.contains(parent.name) ? nil : denial(of: type)
    }

    private static let ownTypes: Set = [
        "Viewer", "OrganizationCreatePayload", "InvitationAcceptPayload", "DeviceEventResult",
    ]

    public func denial(of type: NamedType) -> GraphQLError? {
        // Who may read any organization's log passes the gate on its entries.
        if type.name == "AuditLog", let rights, rights.allows(.platformAuditRead, at: .platform) { return nil }
        return denial(of: type.requirement)
    }

    private func isRoot(_ type: NamedType) -> Bool {
        type.name == "Query" || type.name == "Mutation" || type.name == "Subscription"
    }

    private func denial(of requirement: Requirement?) -> GraphQLError? {
        guard let requirement else { return nil }
        guard let rights else { return PublicErrors.unauthenticated }
        guard let permission = Permission(code: requirement.permission) else {
            return PublicErrors.forbidden(requirement.permission)
        }
        if rights.allows(permission, at: requirement.scope) { return nil }
        // Whom a role on one website lets pass is known behind the gate: `WebsiteAuthority` asks the database.
        if permission.isHeldThroughWebsites && rights.scope(of: .websiteRead) == .organization { return nil }
        return PublicErrors.forbidden(requirement.permission)
    }
}

/// What `@can` asks for.
struct Requirement {
    let permission: String
    let scope: PermissionScope

    init?(_ directives: [AppliedDirective]) {
        guard let directive = directives.first(where: { $0.name == "can" }) else { return nil }
        guard case .string(let permission)? = directive["permission"] else { return nil }
        self.permission = permission
        if case .enumeration(let name, _)? = directive["scope"], let scope = PermissionScope(rawValue: name) {
            self.scope = scope
        } else {
            scope = .organization
        }
    }
}

extension FieldDefinition {
    var isPublic: Bool { appliedDirectives.contains { $0.name == "public" } }
    var requirement: Requirement? { Requirement(appliedDirectives) }
}

extension NamedType {
    var requirement: Requirement? { Requirement(appliedDirectives) }
}
