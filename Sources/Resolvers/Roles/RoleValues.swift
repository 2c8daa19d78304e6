import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// What a mutation stores of a custom role.
struct RoleValues: Sendable {
    static let maximumNameLength = 200

    let id: UUID
    let key: String
    var name: String
    var permissions: PermissionSet

    /// The values as the audit log keeps them.
    var json: JSONObject {
        ["key": .string(key), "name": .string(name), "permissions": .array(codes.map(JSONValue.string))]
    }

    /// In the order of the catalogue.
    private var codes: [String] { permissions.map(\.code) }

    /// Both give the role as a ``RoleRow``.
    var insert: BoundStatement<TenantScope> { Self.insert(.uuid(id), .text(key), .text(name), .texts(codes)) }
    var update: BoundStatement<TenantScope> { Self.update(.uuid(id), .text(name), .texts(codes)) }

    private static let insert = Statement<TenantScope>(
        "insert role",
        """
        INSERT INTO roles AS q (organization_id, id, key, name, permissions)
        VALUES ($1, $2, $3, $4, to_jsonb($5::text[]))
        RETURNING \(RoleRow.columns)
        """
    )

    private static let update = Statement<TenantScope>(
        "update role",
        """
        UPDATE roles AS q SET name = $3, permissions = to_jsonb($4::text[]), version = q.version + 1
        WHERE q.organization_id = $1 AND q.id = $2 AND q.deleted_at IS NULL
        RETURNING \(RoleRow.columns)
        """
    )
}

extension RoleValues {
    /// What is stored now.
    init(_ role: RoleRow) {
        self.init(
            id: role.id,
            key: role.row.string(1),
            name: role.row.string(2),
            permissions: PermissionSet(role.permissions.compactMap(Permission.init(code:)))
        )
    }
}

extension InputErrors {
    /// The form that keys of roles have; the names of ranks are taken.
    mutating func roleKey(_ text: String) -> String {
        let key = required(text, "key", maximumLength: 63)
        let isWellFormed = key.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "_")
        }
        if !key.isEmpty && !(isWellFormed && key.first?.isLetter == true) {
            add(.invalid, "Use lower-case letters, digits and _, and a letter first.", "key")
        }
        if ["owner", "admin", "member", "super_admin"].contains(key) {
            add(.invalid, "This is the name of a rank.", "key")
        }
        return key
    }

    /// Codes of permissions that the viewer may hand on, each fault at its place in the list.
    mutating func grantable(_ codes: [String], _ authority: MemberAuthority) -> PermissionSet {
        var faults = InputErrors(path: ["input", "permissions"])
        var permissions: PermissionSet = []
        for (index, code) in codes.enumerated() {
            guard let permission = Permission(code: code) else {
                faults.add(.invalid, "There is no permission of this name.", String(index))
                continue
            }
            if !authority.mayGrant(permission) {
                faults.add(.roleEscalation, "You cannot hand this permission on.", String(index))
            }
            permissions.insert(permission)
        }
        append(faults.errors)
        return permissions
    }
}
