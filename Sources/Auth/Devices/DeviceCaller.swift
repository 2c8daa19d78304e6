public import FoundationEssentials
public import Postgres
public import Time

/// A device with a key of the right form. Whether it is one is asked in the round trip that also fetches the first data,
/// as with a person's token.
public struct DeviceCaller: Sendable {
    public let organizationID: UUID
    private let keyHash: [UInt8]

    public init(_ key: DeviceKey) {
        organizationID = key.organizationID
        keyHash = key.hash
    }

    public var rights: Rights { .device }

    /// The statement that finds the device by its key, and says with `app.current_device_id()` to those behind it
    /// which one it is.
    ///
    /// - Parameter isMutation: an inactive organization refuses mutations only; they also note when the device was seen.
    public func check(isMutation: Bool, now: Timestamp) -> ViewerCheck {
        ViewerCheck(
            sql: Self.checkSQL,
            parameters: [.uuid(organizationID), .bytes(keyHash), .bool(isMutation), .timestamp(now)]
        )
    }

    private static let checkSQL = """
        SELECT app.require_device(
            p_organization_id => $1, p_key_hash => $2, p_is_mutation => $3, p_now => $4)
        """
}
