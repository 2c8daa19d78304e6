public import FoundationEssentials
import JSON
public import Time

/// What an access token says about its bearer. Rights follow from it alone; whether it still holds is asked of the
/// database with the epochs (see `Viewer.check`).
public struct AccessTokenClaims: Sendable, Equatable {
    /// The membership in the session's active organization.
    public struct Membership: Sendable, Equatable {
        public let organizationID: UUID
        public let memberID: UUID
        /// Counts changes of role and access of this member.
        public let memberEpoch: Int32
        public let role: MembershipRole
        /// Grantable permissions that custom roles add.
        public let customPermissions: PermissionSet

        public init(
            organizationID: UUID,
            memberID: UUID,
            memberEpoch: Int32,
            role: MembershipRole,
            customPermissions: PermissionSet = []
        ) {
            self.organizationID = organizationID
            self.memberID = memberID
            self.memberEpoch = memberEpoch
            self.role = role
            self.customPermissions = customPermissions
        }
    }

    public let userID: UUID
    public let sessionID: UUID
    /// Counts changes of the session: switches of the organization and revocation.
    public let sessionEpoch: Int32
    /// Nil for somebody signed in without an organization.
    public let membership: Membership?
    public let isPlatformAdmin: Bool
    /// The organization that a platform administrator looks on at, without being a member; nil for everybody else.
    public let actingOrganizationID: UUID?
    /// Whole seconds.
    public let issuedAt: Timestamp
    /// Whole seconds.
    public let expiresAt: Timestamp

    /// The organization to work in, or to look on at.
    public var organizationID: UUID? { membership?.organizationID ?? actingOrganizationID }

    /// Both times are cut to whole seconds, which is all that a token can carry.
    public init(
        userID: UUID,
        sessionID: UUID,
        sessionEpoch: Int32,
        membership: Membership?,
        isPlatformAdmin: Bool,
        actingOrganizationID: UUID? = nil,
        issuedAt: Timestamp,
        expiresAt: Timestamp
    ) {
        self.userID = userID
        self.sessionID = sessionID
        self.sessionEpoch = sessionEpoch
        self.membership = membership
        self.isPlatformAdmin = isPlatformAdmin
        self.actingOrganizationID = actingOrganizationID
        self.issuedAt = Timestamp(secondsSinceEpoch: issuedAt.secondsSinceEpoch)
        self.expiresAt = Timestamp(secondsSinceEpoch: expiresAt.secondsSinceEpoch)
    }
}

/// The claims' names: those of RFC 7519 where it has one.
extension AccessTokenClaims {
    var jsonObject: JSONObject {
        var object = JSONObject()
        object["sub"] = .string(userID.lowercased)
        object["sid"] = .string(sessionID.lowercased)
        object["sep"] = .int(Int64(sessionEpoch))
        if let membership {
            object["org"] = .string(membership.organizationID.lowercased)
            object["mem"] = .string(membership.memberID.lowercased)
            object["mep"] = .int(Int64(membership.memberEpoch))
            object["rol"] = .string(membership.role.rawValue)
            object["per"] = .array(membership.customPermissions.map { .string($0.code) })
        }
        if isPlatformAdmin { object["adm"] = true }
        if let actingOrganizationID { object["act"] = .string(actingOrganizationID.lowercased) }
        object["iat"] = .int(issuedAt.secondsSinceEpoch)
        object["nbf"] = .int(issuedAt.secondsSinceEpoch)
        object["exp"] = .int(expiresAt.secondsSinceEpoch)
        return object
    }

    /// Nil when a claim is missing or of another type. Times are read by the codec, which also judges them.
    init?(_ object: JSONObject, issuedAt: Timestamp, expiresAt: Timestamp) {
        guard let userID = object["sub"]?.uuid, let sessionID = object["sid"]?.uuid,
            let sessionEpoch = object["sep"]?.int32
        else { return nil }
        var membership: Membership?
        if object["org"] != nil {
            guard let read = Membership(object) else { return nil }
            membership = read
        }
        // Nobody is both a member at work and an onlooker.
        guard object["act"] == nil || object["act"]?.uuid != nil && membership == nil else { return nil }
        self.init(
            userID: userID,
            sessionID: sessionID,
            sessionEpoch: sessionEpoch,
            membership: membership,
            isPlatformAdmin: object["adm"] == true,
            actingOrganizationID: object["act"]?.uuid,
            issuedAt: issuedAt,
            expiresAt: expiresAt
        )
    }
}

extension AccessTokenClaims.Membership {
    fileprivate init?(_ object: JSONObject) {
        guard let organizationID = object["org"]?.uuid, let memberID = object["mem"]?.uuid,
            let memberEpoch = object["mep"]?.int32,
            let role = object["rol"]?.stringValue.flatMap(MembershipRole.init(rawValue:)),
            let codes = object["per"]?.arrayValue
        else { return nil }
        // A code that a newer version knows gives no right here, and is no reason to refuse the token.
        let permissions = codes.compactMap { $0.stringValue.flatMap(Permission.init(code:)) }
        self.init(
            organizationID: organizationID,
            memberID: memberID,
            memberEpoch: memberEpoch,
            role: role,
            customPermissions: PermissionSet(permissions)
        )
    }
}

extension JSONValue {
    fileprivate var uuid: UUID? { stringValue.flatMap(UUID.init(uuidString:)) }
    fileprivate var int32: Int32? { intValue.flatMap(Int32.init(exactly:)) }
}

extension UUID {
    var lowercased: String { uuidString.lowercased() }
}
