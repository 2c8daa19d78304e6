import JSON
import Postgres

/// What people say about themselves.
public struct Profile: Sendable, Equatable {
    public var displayName: String
    public var bio: String?
    public var locale: String
    /// An IANA name.
    public var timeZone: String
    public var username: String?
    /// Of the picture that stands for the person: an organization's file.
    public var avatarFileKey: String?

    init(_ row: Row) {
        displayName = row.string(1)
        bio = row.optionalString(2)
        locale = row.string(3)
        timeZone = row.string(4)
        username = row.optionalString(5)
        avatarFileKey = row.optionalString(6)
    }

    private var json: JSONObject {
        [
            "displayName": .string(displayName), "bio": bio.map { .string($0) } ?? .null, "locale": .string(locale),
            "timeZone": .string(timeZone), "username": username.map { .string($0) } ?? .null,
            "avatarFileKey": avatarFileKey.map { .string($0) } ?? .null,
        ]
    }

    /// The members that differ from another profile's.
    func differences(from other: Profile) -> JSONObject {
        let others = other.json
        var differences: JSONObject = [:]
        for member in json where others[member.key] != member.value { differences[member.key] = member.value }
        return differences
    }
}
