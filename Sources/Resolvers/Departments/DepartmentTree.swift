import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres

/// What hangs below departments, for all of a level at once.
enum DepartmentTree {
    /// The live departments right below each, by name.
    static func children(of ids: [UUID], _ context: ResolverContext) throws -> Step<[[DepartmentRow]]> {
        try context.query(children(.uuids(ids))).map { rows in
            let byParent = Dictionary(grouping: rows.map(DepartmentRow.init), by: \.parentID)
            return ids.map { byParent[$0] ?? [] }
        }
    }

    /// How many live employees of each department itself the viewer reaches.
    static func employeeCounts(of ids: [UUID], _ context: ResolverContext) throws -> Step<[Int32]> {
        var sql = SQLText()
        let departments = sql.parameter(.uuids(ids))
        let reach = try context.reach(.employeeRead).condition(onEmployee: "e.id", &sql)
        let statement = Statement<TenantScope>(
            "department employee counts",
            """
            SELECT e.department_id, count(*) FROM employees e \
            WHERE e.organization_id = $1 AND e.department_id = ANY(\(departments)) AND e.deleted_at IS NULL AND \(reach) \
            GROUP BY e.department_id
            """
        )
        return try context.query(statement.bind(sql.parameters)).map { rows in
            let counts = Dictionary(uniqueKeysWithValues: rows.map { ($0.uuid(0), Int32(clamping: $0.int64(1))) })
            return ids.map { counts[$0] ?? 0 }
        }
    }

    private static let children = Statement<TenantScope>(
        "department children",
        """
        SELECT \(DepartmentRow.columns) FROM departments d
        WHERE d.organization_id = $1 AND d.parent_id = ANY($2) AND d.deleted_at IS NULL
        ORDER BY lower(d.name), d.id
        """
    )
}
