import Schema

/// Keeps everybody out of an organization until the suspension is lifted.
enum PlatformOrganizationSuspend: EntityMutation {
    static let payloadTypeName = "PlatformOrganizationSuspendPayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: PlatformOrganizationSuspendInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let change = PlatformOrganizationChange.suspend
        let outcome = try await change.run(input.organizationId, reason: input.reason, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// Lifts a suspension; the organization is then as active as its owner left it.
enum PlatformOrganizationUnsuspend: EntityMutation {
    static let payloadTypeName = "PlatformOrganizationUnsuspendPayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: PlatformOrganizationUnsuspendInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let change = PlatformOrganizationChange.unsuspend
        let outcome = try await change.run(input.organizationId, reason: input.reason, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// Brings an archived organization back.
enum PlatformOrganizationRestore: EntityMutation {
    static let payloadTypeName = "PlatformOrganizationRestorePayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: PlatformOrganizationRestoreInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let change = PlatformOrganizationChange.restore
        let outcome = try await change.run(input.organizationId, reason: input.reason, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
