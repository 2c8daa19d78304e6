import FoundationEssentials
import Postgres

/// Things that are deleted softly while others refer to them.
///
/// A foreign key is content with a row that is deleted softly. So whoever stores a reference locks the row first, in a
/// statement of its own: who deletes it waits, or is waited for, and the statements behind the lock see what came of it.
/// References of employees and departments need no such lock: their mutations and deletions hold ``OrganizationLock``.
enum LiveReference {
    case shift, workLocation

    /// Gives the ids of those that are there.
    func lock(_ ids: [UUID]) -> BoundStatement<TenantScope> {
        switch self {
        case .shift: Self.lockShifts(.uuids(ids))
        case .workLocation: Self.lockLocations(.uuids(ids))
        }
    }

    private static let lockShifts = lock("lock live shifts", "shifts")
    private static let lockLocations = lock("lock live work locations", "work_locations")

    private static func lock(_ name: StaticString, _ table: String) -> Statement<TenantScope> {
        Statement(
            name,
            """
            SELECT x.id FROM \(table) x
            WHERE x.organization_id = $1 AND x.id = ANY($2) AND x.deleted_at IS NULL
            ORDER BY x.id FOR SHARE
            """
        )
    }
}
