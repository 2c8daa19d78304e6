import Auth
import Postgres
import Schema

/// The viewer's organization with its row locked, and the viewer found to have the rights of the token still.
struct OwnedOrganization {
    let row: OrganizationRow
    let state: OrganizationState
    /// Of the statements that were read behind the lock.
    let results: [ResultSet]

    /// Waits for the lock, and reads what holds from then on.
    ///
    /// - Parameter statements: what else is to be read behind the lock, in the same round trip.
    /// - Throws: `TOKEN_STALE`, `TENANT_SUSPENDED` or `TENANT_ARCHIVED` for what changed while it waited.
    static func lock(
        _ locks: [BoundStatement<TenantScope>] = [OrganizationLock.acquire()],
        reading statements: [BoundStatement<TenantScope>] = [],
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> OwnedOrganization {
        let head = locks + [ViewerEpoch.current(try context.tenant()), OrganizationRow.current()]
        let results = try await transaction.pipeline(head + statements)
        try ViewerEpoch.check(results[locks.count])
        guard let row = results[locks.count + 1].first.map(OrganizationRow.init) else {
            throw PublicErrors.refusal(.tokenStale)
        }
        let state = try readableState(row)
        return OwnedOrganization(row: row, state: state, results: Array(results.dropFirst(head.count)))
    }

    private static func readableState(_ row: OrganizationRow) throws -> OrganizationState {
        guard let state = OrganizationState(rawValue: row.row.string(12).uppercased()) else {
            throw PublicErrors.internalError
        }
        switch state {
        case .suspended: throw PublicErrors.refusal(.tenantSuspended)
        case .archived: throw PublicErrors.refusal(.tenantArchived)
        case .active, .inactive: return state
        }
    }
}

extension ResolverContext {
    /// Runs a mutation of an active organization that no other one of it may run beside; see ``OrganizationStateLock``.
    func mutateAlone<Value: Sendable>(
        _ body: (Transaction<TenantScope>) async throws -> Value
    ) async throws -> MutationOutcome<Value> {
        if try tenant().viewer.claims.actingOrganizationID != nil { throw PublicErrors.refusal(.forbidden) }
        return try await mutate(isForInactiveToo: true) { transaction in
            let owned = try await OwnedOrganization.lock([OrganizationStateLock.acquire()], in: transaction, self)
            guard owned.state == .active else { throw PublicErrors.refusal(.tenantInactive) }
            return try await body(transaction)
        }
    }
}

/// Keeps all mutations of an organization out while its state changes.
///
/// The viewer's check of every mutation takes the same lock, shared (`app.require_viewer`): those that passed it finish
/// first, those that come later wait and find the new state. So this one must be taken before the row's, in a
/// transaction whose own check does not take it.
enum OrganizationStateLock {
    static let acquire = Statement<TenantScope>(
        "lock organization's state",
        "SELECT pg_advisory_xact_lock(3, hashtext($1::text))"
    )

    /// What the viewer's check does for mutations, for transactions without one: background work, and people who are no
    /// members yet. What it kept out is seen by the statements behind it.
    static let share = Statement<TenantScope>(
        "share organization's state",
        "SELECT pg_advisory_xact_lock_shared(3, hashtext($1::text))"
    )

    static var all: [BoundStatement<TenantScope>] { [acquire(), OrganizationLock.acquire()] }
}
