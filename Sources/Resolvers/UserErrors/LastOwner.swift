import Schema

extension UserErrorRow {
    /// - Parameter isOwnOrganization: whether the organization is the one that the viewer works in.
    static func lastOwner(
        _ message: String = "The organization would be left without an owner: transfer the ownership first.",
        path: [String],
        isOwnOrganization: Bool = true
    ) -> UserErrorRow {
        let error = GenericErrorRow(code: .lastOwner, message: message, path: path)
        return .lastOwner(LastOwnerErrorRow(error: error, isOwnOrganization: isOwnOrganization))
    }
}
