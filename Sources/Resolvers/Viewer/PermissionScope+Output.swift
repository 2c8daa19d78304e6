public import Auth
public import GraphQLEngine
public import JSON

/// Stands for the enum of the same name.
extension PermissionScope: LeafValue {
    public static func represents(_ type: NamedType) -> Bool {
        type.kind == .enumeration && type.name == "PermissionScope"
    }

    public func writeLeaf(to writer: inout JSONWriter) { writer.writeString(rawValue) }
}
