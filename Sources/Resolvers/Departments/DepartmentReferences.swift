import FoundationEssentials
import Postgres
import Schema

/// What the database says of the things that a department's input names.
struct DepartmentReferences {
    private let hasParent: Bool
    private let hasManager: Bool
    /// The parent is the department, or below it.
    private let makesCycle: Bool

    init(_ row: Row) {
        hasParent = row.bool(0)
        hasManager = row.bool(1)
        makesCycle = row.bool(2)
    }

    /// Gives one row. What is nil counts as there.
    static func query(department: UUID?, parent: UUID?, manager: UUID?) -> BoundStatement<TenantScope> {
        statement(.optional(parent), .optional(manager), .optional(department))
    }

    /// - Throws: user errors for what is missing and for a cycle.
    func check() throws(UserErrors) {
        var errors = InputErrors(path: ["input"])
        if !hasParent { errors.addNotFound("department", "parentId") }
        if !hasManager { errors.addNotFound("employee", "managerId") }
        if makesCycle { errors.add(.cycle, "A department cannot be below itself.", "parentId") }
        try errors.throwIfAny()
    }

    private static let statement = Statement<TenantScope>(
        "department references",
        """
        WITH RECURSIVE above AS (
          SELECT d.id, d.parent_id FROM departments d WHERE d.organization_id = $1 AND d.id = $2::uuid
          UNION
          SELECT d.id, d.parent_id FROM above JOIN departments d ON d.organization_id = $1 AND d.id = above.parent_id
        )
        SELECT $2::uuid IS NULL OR EXISTS (SELECT FROM departments d
                 WHERE d.organization_id = $1 AND d.id = $2 AND d.deleted_at IS NULL),
               $3::uuid IS NULL OR EXISTS (SELECT FROM employees e
                 WHERE e.organization_id = $1 AND e.id = $3 AND e.deleted_at IS NULL),
               EXISTS (SELECT FROM above WHERE above.id = $4::uuid)
        """
    )
}
