import Auth
import GraphQLEngine
import Postgres
import Schema

/// What the viewer may do on a website: by rank and custom roles on every one, by a role on it on that one alone.
struct WebsiteAuthority: Sendable {
    private let rights: Rights

    init(_ context: ResolverContext) throws(GraphQLError) {
        rights = try context.tenant().viewer.rights
    }

    /// Whether the permission is held on every website.
    func holdsEverywhere(_ permission: Permission) -> Bool { rights.allows(permission, at: .organization) }

    func holds(_ permission: Permission, givenRole role: WebsiteRole?) -> Bool {
        holdsEverywhere(permission) || (role?.permissions.contains(permission) ?? false)
    }

    /// Throws `FORBIDDEN`, also for a website that there is not: who may not, learns nothing.
    func require(_ permission: Permission, on website: WebsiteRow?) throws(GraphQLError) {
        guard holds(permission, givenRole: website?.viewerRole) else { throw PublicErrors.forbidden(permission.code) }
    }

    /// What is for those who hold a permission on the website; nil on others.
    ///
    /// - Throws: `FORBIDDEN` when it is held on none of them.
    func values<Value>(
        _ permission: Permission,
        roles: [WebsiteRole?],
        _ value: (Int) -> Value?
    ) throws(GraphQLError) -> [Value?] {
        let holds = roles.map { self.holds(permission, givenRole: $0) }
        guard holds.contains(true) || roles.isEmpty else { throw PublicErrors.forbidden(permission.code) }
        return roles.indices.map { holds[$0] ? value($0) : nil }
    }

    /// All that the viewer may do on a website of what roles can give there.
    func permissions(givenRole role: WebsiteRole?) -> PermissionSet {
        let everywhere = Permission.allCases.filter { Self.ofWebsites.contains($0) && holdsEverywhere($0) }
        return PermissionSet(everywhere).union(role?.permissions ?? [])
    }

    private static let ofWebsites = PermissionSet.ofWebsiteManager.union([.websiteCreate, .websiteDelete])
}

extension WebsiteRole {
    var permissions: PermissionSet {
        switch self {
        case .manager: .ofWebsiteManager
        case .editor: .ofWebsiteEditor
        case .viewer: .ofWebsiteViewer
        }
    }
}
