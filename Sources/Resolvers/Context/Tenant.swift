import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// The viewer inside the organization of their token.
struct Tenant {
    let viewer: Viewer
    let organizationID: UUID
    /// Nobody's for a platform administrator who looks on.
    let memberID: UUID

    var scope: TenantScope { TenantScope(organizationID: organizationID, userID: viewer.claims.userID) }
}

extension ResolverContext {
    /// The viewer, or the error for an anonymous caller or a device.
    func signedIn() throws(GraphQLError) -> Viewer {
        switch principal {
        case .person(let viewer): return viewer
        case .device: throw PublicErrors.forPeople
        case nil: throw PublicErrors.unauthenticated
        }
    }

    /// The work of the caller in their organization, be it a person or a device; the check is not part of it.
    func tenantScope() throws(GraphQLError) -> TenantScope {
        if let device = principal?.device { return TenantScope(organizationID: device.organizationID, userID: nil) }
        return try tenant().scope
    }

    /// The viewer about to change their own account, which a session that only looks on for the platform does not.
    func changingSelf() throws(GraphQLError) -> Viewer {
        let viewer = try signedIn()
        if viewer.claims.actingOrganizationID != nil { throw PublicErrors.refusal(.forbidden) }
        return viewer
    }

    /// The viewer in an organization, or the error for somebody without.
    func tenant() throws(GraphQLError) -> Tenant {
        let viewer = try signedIn()
        if let organizationID = viewer.claims.actingOrganizationID {
            return Tenant(viewer: viewer, organizationID: organizationID, memberID: GlobalID.unmatchable.uuid)
        }
        guard let membership = viewer.claims.membership else { throw PublicErrors.noOrganization }
        return Tenant(viewer: viewer, organizationID: membership.organizationID, memberID: membership.memberID)
    }

    /// How far a permission of the viewer reaches among employees.
    func reach(_ permission: Permission) throws(GraphQLError) -> Reach {
        let tenant = try tenant()
        let isForAll =
            tenant.viewer.rights.scope(of: permission) == .organization
            || tenant.viewer.claims.actingOrganizationID != nil
                && tenant.viewer.rights.allows(permission, at: .platform)
        return isForAll ? .organization : .team(of: tenant.memberID)
    }
}
