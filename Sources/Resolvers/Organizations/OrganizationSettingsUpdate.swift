import Auth
import JSON
import Postgres
import Schema

/// Changes the policy of the current organization.
enum OrganizationSettingsUpdate: EntityMutation {
    static let payloadTypeName = "OrganizationSettingsUpdatePayload"
    static let entityField = "settings"

    typealias Entity = OrganizationSettingsRow

    static func run(
        _ input: OrganizationSettingsUpdateInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: OrganizationSettingsUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<OrganizationSettingsRow> {
        var errors = InputErrors(path: ["input", "settings"])
        OrganizationSettingsBounds.check(input.settings, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate(path: ["input", "settings"]) { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), OrganizationSettingsRow.current(),
            ])
            guard let current = results[1].first.map(OrganizationSettingsRow.init) else {
                throw PublicErrors.refusal(.tokenStale)
            }
            if let expected = input.expectedVersion.given, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            return try await store(input.settings, over: current, in: transaction, context)
        }
    }

    /// The settings as they are then; the version stays when nothing is new.
    private static func store(
        _ input: OrganizationSettingsInput,
        over current: OrganizationSettingsRow,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> OrganizationSettingsRow {
        let old = try OrganizationSettingsValues(current)
        var new = old
        new.apply(input)
        let changes = new.json.differences(from: old.json)
        guard !changes.isEmpty else { return current }
        let audit = try context.audit(
            AuditEntry(
                action: "organizationSettingsUpdate",
                entityType: "OrganizationSettings",
                entityID: try context.tenant().organizationID,
                oldValues: old.json.differences(from: new.json),
                newValues: changes
            )
        )
        do throws(DatabaseError) {
            return OrganizationSettingsRow(try await transaction.pipeline([new.update, audit])[0][0])
        } catch {
            throw NetworkList.refusal(for: error, path: ["input", "settings", "ipAllowlist"])
        }
    }

}

/// The bounds that the database sets to settings, told by field.
private enum OrganizationSettingsBounds {
    static func check(_ input: OrganizationSettingsInput, _ errors: inout InputErrors) {
        let numbers: [(String, Int?, ClosedRange<Int>)] = [
            ("clockCooldownSeconds", input.clockCooldownSeconds, 0...3_600),
            ("maxSessionMinutes", input.maxSessionMinutes, 60...2_880),
            ("maxDeviceClockSkewSeconds", input.maxDeviceClockSkewSeconds, 0...86_400),
            ("offlineEventMaxAgeDays", input.offlineEventMaxAgeDays, 0...3_650),
            ("biometricRetentionDays", input.biometricRetentionDays, 0...3_650),
            ("invitationTtlHours", input.invitationTtlHours, 1...720),
        ]
        for (field, value, range) in numbers {
            guard let value, !range.contains(value) else { continue }
            errors.add(.outOfRange, "This must be between \(range.lowerBound) and \(range.upperBound).", field)
        }
        if let threshold = input.faceMatchThreshold, !(0.001...1.999).contains(threshold) {
            errors.add(.outOfRange, "This must be between 0.001 and 1.999.", "faceMatchThreshold")
        }
        if let margin = input.faceMargin, !(0...2).contains(margin) {
            errors.add(.outOfRange, "This must be between 0 and 2.", "faceMargin")
        }
        checkLists(input, &errors)
    }

    private static func checkLists(_ input: OrganizationSettingsInput, _ errors: inout InputErrors) {
        if let networks = input.ipAllowlist { NetworkList.check(networks, "ipAllowlist", &errors) }
        guard let custom = input.custom else { return }
        if case .object = custom {
            _ = errors.json(custom, "custom")
        } else {
            errors.add(.invalid, "This must be an object.", "custom")
        }
    }
}
