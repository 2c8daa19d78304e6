public import FoundationEssentials

/// What a device signs in with: 256 random bits and its organization's id, behind a prefix by which people and scanners
/// of leaked secrets know what they see.
public struct DeviceKey: Sendable, Equatable {
    static let prefix = "rollcall_device_"

    private let token: OpaqueToken

    private init(_ token: OpaqueToken) {
        self.token = token
    }

    /// A new key from the system's random generator.
    public static func random(organizationID: UUID) -> DeviceKey {
        DeviceKey(.random(routingID: organizationID))
    }

    /// Reads what `text` gives. Nil for anything else.
    public init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), let token = OpaqueToken(String(text.dropFirst(Self.prefix.count))) else {
            return nil
        }
        self.token = token
    }

    /// What is shown once, and typed into the device.
    public var text: String { Self.prefix + token.text }

    public var organizationID: UUID { token.routingID }

    /// What the database holds.
    public var hash: [UInt8] { token.hash }
}
