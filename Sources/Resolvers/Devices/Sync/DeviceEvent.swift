import FoundationEssentials
import Hours
import Schema
import Time

/// An event of a device on its way to the database: one that was just sent, or one that was kept because nobody knew
/// whose it was.
struct DeviceEvent: Sendable {
    static let maximumIDLength = 200
    /// How somebody may have shown at a device who they are.
    private static let methods: Set<AttendanceSource> = [.mobile, .kiosk, .biometricDevice, .face]

    /// Of the event that is stored of it.
    let id = UUID()
    /// Nil for the device that has signed in.
    let deviceID: UUID?
    /// The machine's own id for it.
    let deviceEventID: String
    let externalUserID: String
    /// Nil when the machine does not say.
    let kind: PunchKind?
    let occurredAt: Timestamp
    /// In the database's words.
    let source: String
    let point: GeoPointRow?
    /// Of the client that sent it.
    let address: String?
    /// When it came, if it was kept since; nil for now.
    let receivedAt: Timestamp?

    var isKept: Bool { receivedAt != nil }
}

extension DeviceEvent {
    /// - Parameter errors: of the item; what is wrong with it by itself is added.
    init(_ input: DeviceEventInput, address: String?, _ errors: inout InputErrors) {
        self.init(
            deviceID: nil,
            deviceEventID: errors.required(input.deviceEventId, "deviceEventId", maximumLength: Self.maximumIDLength),
            externalUserID: errors.required(
                input.externalUserId,
                "externalUserId",
                maximumLength: DeviceIdentityDraft.maximumExternalUserIDLength
            ),
            kind: input.kind.flatMap { PunchKind(rawValue: $0.rawValue.lowercased()) },
            occurredAt: input.occurredAt,
            source: input.method.rawValue.lowercased(),
            point: input.point.map(GeoPointRow.init),
            address: address,
            receivedAt: nil
        )
        if !Self.methods.contains(input.method) {
            errors.add(.invalid, "A device reports MOBILE, KIOSK, BIOMETRIC_DEVICE or FACE.", "method")
        }
        if let point = input.point, !point.isOnEarth {
            errors.add(.outOfRange, "There is no such point on Earth.", "point")
        }
    }
}

extension GeoPointRow {
    fileprivate init(_ input: GeoPointInput) {
        self.init(latitude: input.latitude, longitude: input.longitude, accuracyMeters: input.accuracyMeters)
    }
}
