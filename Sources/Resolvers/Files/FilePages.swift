import GraphQLEngine
import Postgres
import Schema

/// Pages of the files of an organization that the viewer reaches, the newest first.
enum FilePages {
    static func all(
        _ arguments: OrganizationFilesArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<FileRow>> {
        var sql = SQLText()
        var conditions = ["f.organization_id = $1", try FileRow.reach(call.context, &sql)]
        conditions += arguments.filter?.conditions(&sql) ?? []
        let query = PagedQuery<FileRow>(
            name: "files",
            source: "files f",
            parentCondition: nil,
            conditions: conditions,
            ordering: Ordering([OrderKey("CREATED_AT", "f.created_at", isDescending: true)], id: "f.id"),
            page: try arguments.page(),
            sql: sql
        )
        let organizationID = try call.context.tenant().organizationID
        return try query.connections(
            of: [organizationID],
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        ).map { $0[0] }
    }
}

extension FileFilter {
    fileprivate func conditions(_ sql: inout SQLText) -> [String] {
        var conditions = ownerId?.conditions(on: "f.owner_member_id", .member, &sql) ?? []
        conditions += createdAt?.conditions(on: "f.created_at", &sql) ?? []
        if let purpose {
            conditions.append("f.purpose = ANY(\(sql.parameter(.texts(purpose.map { $0.rawValue.lowercased() }))))")
        }
        return conditions
    }
}

extension OrganizationFilesArguments: PageArguments {}
