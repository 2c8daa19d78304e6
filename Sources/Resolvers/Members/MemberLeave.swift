import Auth
import FoundationEssentials
import Postgres
import Schema

/// Ends the viewer's own membership, also of an inactive organization.
enum MemberLeave: EntityMutation {
    static let payloadTypeName = "MemberLeavePayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(_ input: MemberLeaveInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(_ context: ResolverContext) async throws -> MutationOutcome<OrganizationRow> {
        let memberID = try context.tenant().memberID
        return try await context.mutate(isForInactiveToo: true) { transaction in
            let lookup = try await MemberLookup.read(members: [memberID], in: transaction, context)
            guard let member = lookup.members[memberID] else { throw PublicErrors.refusal(.tokenStale) }
            if member.values.role == .owner { throw UserErrors([.lastOwner(path: ["input"])]) }
            var change = MemberChange(member)
            change.values.end(.left)
            let changes = MemberChanges(changes: [change], action: "memberLeave")
            let statements = try changes.statements(context) + [OrganizationRow.current()]
            guard let organization = try await transaction.pipeline(statements).last?.first else {
                throw PublicErrors.internalError
            }
            return OrganizationRow(organization)
        }
    }
}
