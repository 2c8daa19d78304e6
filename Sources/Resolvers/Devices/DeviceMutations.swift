import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    mutating func bindDeviceMutations() {
        bindDeviceKeyPayload(of: DeviceCreate.self)
        bindDeviceKeyPayload(of: DeviceRotateKey.self)
        bindPayload(of: DeviceRevoke.self)
        bindDeviceIdentitiesSet()
        bindAttendanceEventsSync()
        object(MutationRow.self) { type in
            type.mutation("deviceCreate", MutationDeviceCreateArguments.self) { arguments, call in
                try await DeviceCreate.run(arguments.input, call.context)
            }
            type.mutation("deviceRotateKey", MutationDeviceRotateKeyArguments.self) { arguments, call in
                try await DeviceRotateKey.run(arguments.input, call.context)
            }
            type.mutation("deviceRevoke", MutationDeviceRevokeArguments.self) { arguments, call in
                try await DeviceRevoke.run(arguments.input, call.context)
            }
        }
    }

    private mutating func bindDeviceKeyPayload<Mutation: DeviceKeyMutation>(of mutation: Mutation.Type) {
        object(DeviceKeyPayload<Mutation>.self) { type in
            type.child("device") { $0.outcome.value?.device }
            type.value("key") { $0.outcome.value?.key }
            type.bindPayload()
        }
    }
}

/// A mutation that makes a key.
protocol DeviceKeyMutation: SendableMetatype {
    static var payloadTypeName: String { get }
}

/// A device and its new key, which nobody can see again.
struct KeyedDevice: Sendable {
    let device: DeviceRow
    let key: String
}

/// What such a mutation answers.
struct DeviceKeyPayload<Mutation: DeviceKeyMutation>: MutationPayload {
    static var typeName: String { Mutation.payloadTypeName }

    let outcome: MutationOutcome<KeyedDevice>
    let clientMutationId: String?

    var userErrors: [UserErrorRow] { outcome.userErrors }
}
