extension Permission {
    /// Whether a role on one website gives it too, on that website alone. No token tells of such roles.
    public var isHeldThroughWebsites: Bool { PermissionSet.ofWebsiteManager.contains(self) && self != .websiteRead }
}

/// What the roles on a website give.
extension PermissionSet {
    public static let ofWebsiteViewer: PermissionSet = [.websiteRead]
    public static let ofWebsiteEditor: PermissionSet = [.websiteRead, .websiteUpdate]
    public static let ofWebsiteManager: PermissionSet = [
        .websiteRead, .websiteUpdate, .websiteConfigure, .websiteMemberManage,
    ]
}
