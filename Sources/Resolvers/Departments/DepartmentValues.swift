import FoundationEssentials
import JSON
import Postgres
import Schema

/// What a mutation stores of a department.
struct DepartmentValues: Sendable {
    static let maximumNameLength = 200
    static let maximumCodeLength = 64

    let id: UUID
    var name: String
    var code: String?
    var parentID: UUID?
    var managerID: UUID?

    init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }

    /// What is stored now.
    init(_ department: DepartmentRow) {
        id = department.id
        name = department.row.string(3)
        code = department.row.optionalString(4)
        parentID = department.parentID
        managerID = department.managerID
    }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        [
            "name": .string(name), "code": .optional(code), "parentId": .optional(parentID),
            "managerId": .optional(managerID),
        ]
    }

    var insert: BoundStatement<TenantScope> {
        Self.insertStatement(.uuid(id), .text(name), .optional(code), .optional(parentID), .optional(managerID))
    }

    var update: BoundStatement<TenantScope> {
        Self.updateStatement(.uuid(id), .text(name), .optional(code), .optional(parentID), .optional(managerID))
    }

    private static let insertStatement = Statement<TenantScope>(
        "insert department",
        """
        INSERT INTO departments AS d (organization_id, id, name, code, parent_id, manager_employee_id)
        VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING \(DepartmentRow.columns)
        """
    )

    private static let updateStatement = Statement<TenantScope>(
        "update department",
        """
        UPDATE departments AS d
        SET name = $3, code = $4, parent_id = $5, manager_employee_id = $6, version = d.version + 1
        WHERE d.organization_id = $1 AND d.id = $2
        RETURNING \(DepartmentRow.columns)
        """
    )
}
