import FoundationEssentials
import Postgres
import Schema

enum WorkLocationCreate: WorkLocationMutation {
    static let payloadTypeName = "WorkLocationCreatePayload"

    static func run(_ input: WorkLocationCreateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: WorkLocationCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<WorkLocationRow> {
        var errors = InputErrors(path: ["input"])
        let location = values(input, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let audit = try context.audit(
            AuditEntry(
                action: "workLocationCreate",
                entityType: "WorkLocation",
                entityID: location.id,
                newValues: location.json
            )
        )
        return try await context.mutate { transaction in try await store(location.insert, audit, in: transaction) }
    }

    private static func values(_ input: WorkLocationCreateInput, _ errors: inout InputErrors) -> WorkLocationValues {
        let name = errors.required(input.name, "name", maximumLength: WorkLocationValues.maximumNameLength)
        var values = WorkLocationValues(id: UUID(), name: name, timeZone: input.timeZone)
        values.point = errors.workLocationPoint(input.point)
        values.radiusMeters = input.radiusMeters
        values.ipAllowlist = input.ipAllowlist ?? []
        values.holidayCalendarID = errors.key(input.holidayCalendarId, .holidayCalendar, "holidayCalendarId")
        NetworkList.check(values.ipAllowlist, "ipAllowlist", &errors)
        errors.check(geofenceOf: values)
        return values
    }
}
