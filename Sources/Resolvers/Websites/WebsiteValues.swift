import FoundationEssentials
import JSON
import Postgres
import Schema

/// What mutations store of a website.
struct WebsiteValues: Sendable {
    static let maximumNameLength = 200

    let id: UUID
    var key: String
    var name: String
    var primaryURL: String?
    var status: WebsiteStatus
    var configuration: JSONValue
    var isDeleted = false

    init(id: UUID, key: String, name: String, primaryURL: String?, configuration: JSONValue) {
        self.id = id
        self.key = key
        self.name = name
        self.primaryURL = primaryURL
        self.configuration = configuration
        status = .draft
    }

    /// What is stored now.
    init(_ website: WebsiteRow) {
        id = website.id
        key = website.row.string(5)
        name = website.row.string(6)
        primaryURL = website.row.optionalString(7)
        status = WebsiteStatus(rawValue: website.row.string(8).uppercased()) ?? .paused
        // PostgreSQL keeps jsonb well-formed.
        configuration = (try? JSONReader().read(Array(website.row.json(9)))) ?? [:]
        isDeleted = website.deletedAt != nil
    }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        [
            "key": .string(key), "name": .string(name), "primaryUrl": .optional(primaryURL),
            "status": .string(status.rawValue), "configuration": configuration, "deleted": .bool(isDeleted),
        ]
    }

    var insert: BoundStatement<TenantScope> {
        Self.insertStatement(
            .uuid(id),
            .text(key),
            .text(name),
            .optional(primaryURL),
            .text(configuration.text)
        )
    }

    var update: BoundStatement<TenantScope> {
        Self.updateStatement(
            .uuid(id),
            .text(name),
            .optional(primaryURL),
            .text(status.rawValue.lowercased()),
            .text(configuration.text),
            .bool(isDeleted)
        )
    }

    private static let insertStatement = Statement<TenantScope>(
        "insert website",
        """
        INSERT INTO websites AS w (organization_id, id, key, name, primary_url, configuration)
        VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING \(WebsiteRow.columns)
        """
    )

    private static let updateStatement = Statement<TenantScope>(
        "update website",
        """
        UPDATE websites AS w
        SET name = $3, primary_url = $4, status = $5, configuration = $6,
            deleted_at = CASE WHEN $7 THEN coalesce(w.deleted_at, now()) END, updated_at = now(), version = w.version + 1
        WHERE w.organization_id = $1 AND w.id = $2
        RETURNING \(WebsiteRow.columns)
        """
    )
}

extension InputErrors {
    /// Lower-case letters, digits and hyphens, at most 63, with no hyphen first.
    mutating func websiteKey(_ text: String) -> String {
        let key = required(text, "key", maximumLength: 63)
        let isWellFormed = key.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        if !key.isEmpty && (!isWellFormed || key.hasPrefix("-")) {
            add(.invalid, "Use lower-case letters, digits and hyphens, and no hyphen first.", "key")
        }
        return key
    }

    /// An object that can be stored.
    mutating func configuration(_ value: JSONValue, _ field: String) -> JSONValue {
        if value.objectValue == nil { add(.invalid, "The configuration is an object.", field) }
        _ = json(value, field)
        return value
    }
}
