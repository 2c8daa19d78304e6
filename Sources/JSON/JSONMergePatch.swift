extension JSONValue {
    /// The value after a merge patch: objects are merged member by member, null removes one, and everything else takes
    /// the place of what was there.
    ///
    /// Source: RFC 7396, section 2.
    public func merged(with patch: JSONValue) -> JSONValue {
        guard case .object(let changes) = patch else { return patch }
        var members = objectValue ?? JSONObject()
        for change in changes {
            let merged = (members[change.key] ?? .null).merged(with: change.value)
            members[change.key] = merged == .null ? Optional.none : merged
        }
        return .object(members)
    }
}
