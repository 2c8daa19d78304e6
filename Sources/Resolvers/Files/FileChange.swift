import FoundationEssentials
import JSON
import Postgres
import Schema

/// A change of one file that the viewer reaches.
enum FileChange {
    static let path = ["input", "fileId"]

    static func run(
        _ id: GlobalID,
        _ context: ResolverContext,
        _ change: (FileRow, Transaction<TenantScope>) async throws -> FileRow
    ) async throws -> MutationOutcome<FileRow> {
        try await context.mutate { transaction in
            var sql = SQLText()
            let key = sql.parameter(.uuid(id.key(of: .file) ?? GlobalID.unmatchable.uuid))
            let reach = try FileRow.reach(context, &sql)
            let lock = Statement<TenantScope>(
                "lock file",
                """
                SELECT \(FileRow.columns) FROM files f
                WHERE f.organization_id = $1 AND f.id = \(key) AND \(reach) FOR NO KEY UPDATE
                """
            )
            guard let row = try await transaction.run(lock.bind(sql.parameters)).first else {
                throw UserErrors.notFound("file", path: path)
            }
            return try await change(FileRow(row), transaction)
        }
    }

    static func store(
        _ status: FileStatus,
        _ file: FileRow,
        action: String,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> FileRow {
        let audit = try context.audit(
            AuditEntry(
                action: action,
                entityType: "File",
                entityID: file.id,
                oldValues: ["status": .string(file.row.string(8).uppercased())],
                newValues: ["status": .string(status.rawValue)]
            )
        )
        let update = setStatus(.uuid(file.id), .text(status.rawValue.lowercased()))
        return FileRow(try await transaction.pipeline([update, audit])[0][0])
    }

    private static let setStatus = Statement<TenantScope>(
        "set status of file",
        "UPDATE files AS f SET status = $3 WHERE f.organization_id = $1 AND f.id = $2 RETURNING \(FileRow.columns)"
    )
}
