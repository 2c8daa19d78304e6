import Auth
import GraphQLEngine

/// The caller.
struct ViewerRow: ObjectRow {
    static let typeName = "Viewer"

    let viewer: Viewer
}

/// A permission that the caller holds, with its farthest reach.
struct EffectivePermissionRow: ObjectRow {
    static let typeName = "EffectivePermission"

    let permission: Permission
    let scope: PermissionScope
}
