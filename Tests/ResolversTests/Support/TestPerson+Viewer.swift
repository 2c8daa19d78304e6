import Auth
import FoundationEssentials
import JSON
import Schema

extension TestPerson {
    var memberGlobalID: JSONValue { .string(GlobalID(.member, memberID).description) }

    /// The person with another token than that of the start.
    func viewer(role: Auth.MembershipRole, epoch: Int32 = 1, customPermissions: PermissionSet = []) -> Viewer {
        let claims = viewer.claims
        let membership = claims.membership.map {
            AccessTokenClaims.Membership(
                organizationID: $0.organizationID,
                memberID: $0.memberID,
                memberEpoch: epoch,
                role: role,
                customPermissions: customPermissions
            )
        }
        return Viewer(
            AccessTokenClaims(
                userID: claims.userID,
                sessionID: claims.sessionID,
                sessionEpoch: claims.sessionEpoch,
                membership: membership,
                isPlatformAdmin: false,
                issuedAt: claims.issuedAt,
                expiresAt: claims.expiresAt
            )
        )
    }
}
