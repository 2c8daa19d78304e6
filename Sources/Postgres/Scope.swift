public import FoundationEssentials

/// Which role a unit of work runs as, and for whom. It lasts for one Sync or one transaction.
public protocol Scope: Sendable {
    /// Whether the client puts the organization's id in front of every statement's parameters, as `$1`.
    static var organizationIsFirstParameter: Bool { get }
    /// What the preamble sets; nil leaves the session as the login made it.
    var settings: ScopeSettings? { get }
    /// The statement that raises when the viewer is stale; sent right after the preamble.
    var viewerCheck: ViewerCheck? { get }
}

extension Scope {
    public static var organizationIsFirstParameter: Bool { false }
    public var viewerCheck: ViewerCheck? { nil }
}

/// Role `app_user` inside one organization. Row-level security sees both ids.
public struct TenantScope: Scope {
    public static let organizationIsFirstParameter = true
    public var organizationID: UUID
    /// Nil for a device, which is no person.
    public var userID: UUID?
    public var viewerCheck: ViewerCheck?

    public init(organizationID: UUID, userID: UUID?, viewerCheck: ViewerCheck? = nil) {
        self.organizationID = organizationID
        self.userID = userID
        self.viewerCheck = viewerCheck
    }

    public var settings: ScopeSettings? {
        ScopeSettings(role: .user, organizationID: organizationID, userID: userID)
    }
}

/// Role `app_user` without an organization: what a person sees of themselves.
public struct PersonScope: Scope {
    public var userID: UUID
    public var viewerCheck: ViewerCheck?

    public init(userID: UUID, viewerCheck: ViewerCheck? = nil) {
        self.userID = userID
        self.viewerCheck = viewerCheck
    }

    public var settings: ScopeSettings? { ScopeSettings(role: .user, userID: userID) }
}

/// Role `app_auth`: sign-in, tokens and sessions, also before anybody is known.
public struct AuthScope: Scope {
    public var userID: UUID?
    public var viewerCheck: ViewerCheck?

    public init(userID: UUID? = nil, viewerCheck: ViewerCheck? = nil) {
        self.userID = userID
        self.viewerCheck = viewerCheck
    }

    public var settings: ScopeSettings? { ScopeSettings(role: .auth, userID: userID) }
}

/// Role `app_platform`: administration of the platform.
public struct PlatformScope: Scope {
    public var userID: UUID
    public var viewerCheck: ViewerCheck?

    public init(userID: UUID, viewerCheck: ViewerCheck? = nil) {
        self.userID = userID
        self.viewerCheck = viewerCheck
    }

    public var settings: ScopeSettings? { ScopeSettings(role: .platform, userID: userID) }
}

/// Role `app_platform` on behalf of nobody: background work.
public struct SystemScope: Scope {
    public init() {}

    public var settings: ScopeSettings? { ScopeSettings(role: .platform) }
}

/// The login itself, without a change of role: migrations, seed and health.
public struct OwnerScope: Scope {
    public init() {}

    public var settings: ScopeSettings? { nil }
}
