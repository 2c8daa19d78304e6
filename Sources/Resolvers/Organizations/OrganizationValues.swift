import JSON
import Postgres
import Schema

/// What a person may change of an organization.
struct OrganizationValues {
    var name: String
    var slug: String
    var description: String?
    var industry: String?
    var countryCode: String?
    var timeZone: String
    var locale: String
    var isPublic: Bool

    /// What is stored now.
    init(_ organization: OrganizationRow) {
        let row = organization.row
        name = row.string(4)
        slug = row.string(5)
        description = row.optionalString(6)
        industry = row.optionalString(7)
        countryCode = row.optionalString(8)
        timeZone = row.string(9)
        locale = row.string(10)
        isPublic = row.bool(11)
    }

    /// The values as the audit log keeps them, under the names of the API.
    var json: JSONObject {
        [
            "name": .string(name), "slug": .string(slug), "description": .optional(description),
            "industry": .optional(industry), "countryCode": .optional(countryCode), "timeZone": .string(timeZone),
            "locale": .string(locale), "isPublic": .bool(isPublic),
        ]
    }
}
