import Files
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// What the holder of a link sees of an invitation, and a person of those to their own addresses.
struct InvitationPreviewRow: ObjectRow {
    static let typeName = "InvitationPreview"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var organizationName: BorrowedText { BorrowedText(utf8: row.utf8(0)) }
    var inviterName: BorrowedText { BorrowedText(utf8: row.utf8(1)) }
    var role: DatabaseEnum<MembershipRole> { DatabaseEnum(utf8: row.utf8(3)) }
    var expiresAt: Timestamp { row.timestamp(4) }
    /// Nobody has an account with the address yet.
    var requiresRegistration: Bool { row.bool(6) }

    var organizationLogo: FileKey? { row.optionalUUID(9).map { FileKey(organizationID: row.uuid(8), fileID: $0) } }

    /// In full for whoever has verified it.
    var email: String {
        let address = row.string(2)
        guard !row.bool(7), let at = address.lastIndex(of: "@") else { return address }
        return "\(address.prefix(1))***\(address[at...])"
    }

    func status(at now: Timestamp) -> InvitationStatus {
        let stored = InvitationStatus(rawValue: row.string(5).uppercased()) ?? .revoked
        return stored == .pending && expiresAt <= now ? .expired : stored
    }
}
