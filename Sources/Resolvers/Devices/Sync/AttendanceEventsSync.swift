import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    mutating func bindAttendanceEventsSync() {
        object(MutationRow.self) { type in
            type.mutation(AttendanceEventsSync.field, MutationAttendanceEventsSyncArguments.self) { arguments, call in
                try await AttendanceEventsSync.run(arguments.input, call.context)
            }
        }
        object(AttendanceEventsSyncPayload.self) { type in
            type.child("results") { $0.results }
            type.value("acknowledgedSequence") { $0.outcome.value?.acknowledgedSequence }
            type.value("acceptedCount") { $0.count(.accepted) }
            type.value("duplicateCount") { $0.count(.duplicate) }
            type.value("rejectedCount") { $0.count(.rejected) }
            type.bindPayload()
        }
        object(DeviceEventResultRow.self) { type in
            type.value("index") { $0.index }
            type.value("deviceEventId") { $0.deviceEventID }
            type.value("outcome") { $0.outcome }
            type.child("event") { $0.event }
            type.child("userErrors") { $0.userErrors }
        }
    }
}

/// attendanceEventsSync: takes what a device has gathered.
enum AttendanceEventsSync {
    /// The root field.
    static let field = "attendanceEventsSync"
    static let maximumEventCount = 500

    static func run(
        _ input: AttendanceEventsSyncInput,
        _ context: ResolverContext
    ) async throws -> AttendanceEventsSyncPayload {
        guard input.items.count <= maximumEventCount else {
            return AttendanceEventsSyncPayload(
                outcome: .failure(tooLarge),
                clientMutationId: input.clientMutationId
            )
        }
        let outcome = try await context.mutate { transaction in
            var sync = EventSync(input, context, transaction)
            return try await sync.run()
        }
        return AttendanceEventsSyncPayload(outcome: outcome, clientMutationId: input.clientMutationId)
    }

    private static let tooLarge = UserErrors(
        .batchTooLarge,
        "A batch may have at most \(maximumEventCount) events.",
        path: ["input", "items"]
    )
}

/// What the mutation answers.
struct AttendanceEventsSyncPayload: MutationPayload {
    static let typeName = "AttendanceEventsSyncPayload"

    let outcome: MutationOutcome<EventSync.Result>
    let clientMutationId: String?

    var userErrors: [UserErrorRow] { outcome.userErrors }

    /// One per event, in the order of the input.
    var results: [DeviceEventResultRow] {
        guard let result = outcome.value else { return [] }
        return result.items.enumerated().compactMap { index, item in
            item.outcome.map { outcome in
                DeviceEventResultRow(
                    index: Int32(index),
                    deviceEventID: item.deviceEventID,
                    outcome: outcome,
                    event: item.storedID.flatMap { result.events[$0] },
                    userErrors: item.errors.errors
                )
            }
        }
    }

    func count(_ outcome: DeviceEventOutcome) -> Int32 {
        Int32(self.outcome.value?.items.count { $0.outcome == outcome } ?? 0)
    }
}

/// What became of one event.
struct DeviceEventResultRow: ObjectRow {
    static let typeName = "DeviceEventResult"

    let index: Int32
    let deviceEventID: String
    let outcome: DeviceEventOutcome
    /// The one that is stored of it.
    let event: AttendanceEventRow?
    let userErrors: [UserErrorRow]
}
