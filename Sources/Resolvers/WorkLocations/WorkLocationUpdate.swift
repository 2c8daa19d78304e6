import FoundationEssentials
import Postgres
import Schema

enum WorkLocationUpdate: WorkLocationMutation {
    static let payloadTypeName = "WorkLocationUpdatePayload"

    static func run(_ input: WorkLocationUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: WorkLocationUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<WorkLocationRow> {
        let missing = UserErrors.notFound("work location", path: ["input", "locationId"])
        guard let id = input.locationId.key(of: .workLocation) else { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let patch = WorkLocationPatch(input, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let found = try await transaction.run(lock(.uuid(id)))
            guard let current = found.first.map(WorkLocationRow.init) else { throw missing }
            if let expected = input.expectedVersion.given, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            let old = WorkLocationValues(current)
            let new = try patch.applied(to: old)
            let audit = try context.audit(
                AuditEntry(
                    action: "workLocationUpdate",
                    entityType: "WorkLocation",
                    entityID: id,
                    oldValues: old.json.differences(from: new.json),
                    newValues: new.json.differences(from: old.json)
                )
            )
            return try await store(new.update, audit, in: transaction)
        }
    }

    private static let lock = Statement<TenantScope>(
        "lock work location",
        """
        SELECT \(WorkLocationRow.columns) FROM work_locations l
        WHERE l.organization_id = $1 AND l.id = $2 AND l.deleted_at IS NULL
        FOR NO KEY UPDATE
        """
    )
}

/// The changes of a `WorkLocationUpdateInput`, found well-formed: what is absent stays, null clears.
private struct WorkLocationPatch: Sendable {
    private let input: WorkLocationUpdateInput
    private let name: String?
    private let point: WorkLocationPoint?
    private let holidayCalendarID: UUID?

    init(_ input: WorkLocationUpdateInput, _ errors: inout InputErrors) {
        self.input = input
        if case .null = input.name { errors.addRequired("name") }
        if case .null = input.timeZone { errors.addRequired("timeZone") }
        name = input.name.given.map { errors.required($0, "name", maximumLength: WorkLocationValues.maximumNameLength) }
        point = errors.workLocationPoint(input.point.given)
        holidayCalendarID = errors.key(input.holidayCalendarId.given, .holidayCalendar, "holidayCalendarId")
        NetworkList.check(input.ipAllowlist.given ?? [], "ipAllowlist", &errors)
    }

    /// - Throws: user errors for a geofence that is none.
    func applied(to old: WorkLocationValues) throws(UserErrors) -> WorkLocationValues {
        var new = old
        if let name { new.name = name }
        if let timeZone = input.timeZone.given { new.timeZone = timeZone }
        if !input.point.isAbsent { new.point = point }
        input.radiusMeters.set(&new.radiusMeters)
        if !input.holidayCalendarId.isAbsent { new.holidayCalendarID = holidayCalendarID }
        if !input.ipAllowlist.isAbsent { new.ipAllowlist = input.ipAllowlist.given ?? [] }
        var errors = InputErrors(path: ["input"])
        errors.check(geofenceOf: new)
        try errors.throwIfAny()
        return new
    }
}
