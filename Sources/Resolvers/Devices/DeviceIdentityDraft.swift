import FoundationEssentials
import Schema

/// One item of deviceIdentitiesSet on its way to the database.
struct DeviceIdentityDraft: Sendable {
    static let maximumExternalUserIDLength = 200

    /// What a mapping is found by.
    struct Key: Hashable, Sendable {
        /// Nil for every device.
        let deviceID: UUID?
        let externalUserID: String
    }

    let clientRef: String?
    let key: Key
    let employeeID: UUID?
    /// What is wrong with the item; without errors it is applied.
    var errors: InputErrors

    var isValid: Bool { errors.isEmpty }

    init(_ input: DeviceIdentityItem, index: Int) {
        errors = InputErrors(path: ["input", "items", String(index)])
        clientRef = input.clientRef
        let deviceID = input.deviceId.map { $0.key(of: .device) ?? GlobalID.unmatchable.uuid }
        let externalUserID = errors.required(
            input.externalUserId,
            "externalUserId",
            maximumLength: Self.maximumExternalUserIDLength
        )
        key = Key(deviceID: deviceID, externalUserID: externalUserID)
        employeeID = input.employeeId.key(of: .employee)
    }

    /// Holds the item to what is there.
    mutating func resolve(devices: Set<UUID>, employees: Set<UUID>) {
        if let id = key.deviceID, !devices.contains(id) { errors.addNotFound("device", "deviceId") }
        if employeeID.map(employees.contains) != true { errors.addNotFound("employee", "employeeId") }
    }
}
