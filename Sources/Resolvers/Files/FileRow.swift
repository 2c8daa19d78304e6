import Auth
import Files
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A file, over a row of the table with the alias `f`.
struct FileRow: TableRow {
    static let typeName = "File"
    static let columnCount = 10
    static let columns = """
        f.id, f.organization_id, f.owner_member_id, f.purpose, f.file_name, f.content_type, f.byte_size, f.sha256, \
        f.status, f.created_at
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var ownerMemberID: UUID { row.uuid(2) }
    var purpose: DatabaseEnum<FilePurpose> { DatabaseEnum(utf8: row.utf8(3)) }
    var fileName: BorrowedText { BorrowedText(utf8: row.utf8(4)) }
    var contentType: String { row.string(5) }
    var byteSize: Int64 { row.int64(6) }
    /// As the client announced it; nil when it did not.
    var sha256: [UInt8]? { row.optionalBytes(7) }
    var status: DatabaseEnum<FileStatus> { DatabaseEnum(utf8: row.utf8(8)) }
    var createdAt: Timestamp { row.timestamp(9) }

    var key: FileKey { FileKey(organizationID: row.uuid(1), fileID: id) }

    func has(_ status: FileStatus) -> Bool { row.string(8) == status.rawValue.lowercased() }
}

extension FileRow {
    /// Finds files within the viewer's reach, but deleted ones.
    static func loader() -> Loader<FileRow> {
        Loader { context, ids in
            var sql = SQLText()
            let found = sql.parameter(.uuids(ids))
            let reach = try reach(context, &sql)
            return Statement<TenantScope>(
                "files by id",
                "SELECT \(columns) FROM files f WHERE f.organization_id = $1 AND f.id = ANY(\(found)) AND \(reach)"
            ).bind(sql.parameters)
        }
    }

    /// The condition on files of which the viewer has `file.upload`: their own, or all. Deleted ones are gone for all.
    static func reach(_ context: ResolverContext, _ sql: inout SQLText) throws(GraphQLError) -> String {
        let live = "f.status <> 'deleted'"
        switch try context.reach(.fileUpload) {
        case .organization: return live
        case .team(let memberID): return "\(live) AND f.owner_member_id = \(sql.parameter(.uuid(memberID)))"
        }
    }
}
