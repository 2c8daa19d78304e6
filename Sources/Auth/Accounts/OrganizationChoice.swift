import FoundationEssentials
import Postgres

/// Chooses the organization that somebody works in.
enum OrganizationChoice {
    /// The wanted one, or the one that the last session worked in, or the one joined last; nil for somebody without.
    ///
    /// Throws `AccountRefusal.notFound(.organizationId)` where the person is no active member, and the refusal of a
    /// suspended or archived organization.
    static func choose(
        _ wanted: UUID?,
        userID: UUID,
        in transaction: Transaction<AuthScope>
    ) async throws -> UUID? {
        let rows = try await transaction.run(memberships(.uuid(userID)))
        let memberships = rows.map { ($0.uuid(0), OrganizationState(rawValue: $0.string(1)) ?? .archived) }
        guard let wanted else { return memberships.first { $0.1.refusal == nil }?.0 }
        guard let found = memberships.first(where: { $0.0 == wanted }) else {
            throw AccountRefusal.notFound(.organizationId)
        }
        if let refusal = found.1.refusal { throw refusal }
        return wanted
    }

    private static let memberships = Statement<AuthScope>(
        "memberships of a person",
        """
        SELECT m.organization_id, o.state
        FROM organization_members m
        JOIN organization_state o ON o.organization_id = m.organization_id
        WHERE m.user_id = $1 AND m.is_active
        ORDER BY o.state <> 'active',
                 m.organization_id IS DISTINCT FROM (
                     SELECT s.active_organization_id FROM user_sessions s
                     WHERE s.user_id = $1 ORDER BY s.created_at DESC, s.last_seen_at DESC LIMIT 1),
                 m.joined_at DESC, m.organization_id
        """
    )
}
