import FoundationEssentials
import JSON
import Postgres
import Schema
import Time

/// What a mutation stores of an employee.
struct EmployeeValues: Sendable {
    let id: UUID
    var number: String
    var fullName: String
    var email: String?
    var phone: String?
    var jobTitle: String?
    var employmentType: EmploymentType = .fullTime
    var status: EmploymentStatus = .active
    var hiredOn: CalendarDate
    var terminatedOn: CalendarDate?
    var departmentID: UUID?
    var locationID: UUID?
    var managerID: UUID?
    var memberID: UUID?
    /// Nil: the location's, else the organization's.
    var timeZone: String?
    var externalRef: String?
    /// JSON text.
    var custom = "{}"

    init(id: UUID, number: String, fullName: String, hiredOn: CalendarDate) {
        self.id = id
        self.number = number
        self.fullName = fullName
        self.hiredOn = hiredOn
    }

    /// What is stored now.
    init(_ employee: EmployeeRow) {
        let row = employee.row
        self.init(id: employee.id, number: row.string(5), fullName: row.string(6), hiredOn: employee.hiredOn)
        email = row.optionalString(7)
        phone = row.optionalString(8)
        jobTitle = row.optionalString(9)
        employmentType = EmploymentType(rawValue: row.string(10).uppercased()) ?? .fullTime
        status = EmploymentStatus(rawValue: row.string(11).uppercased()) ?? .active
        terminatedOn = employee.terminatedOn
        departmentID = employee.departmentID
        locationID = employee.locationID
        managerID = employee.managerID
        memberID = employee.memberID
        externalRef = row.optionalString(17)
        custom = String(decoding: row.json(18), as: UTF8.self)
        timeZone = row.optionalString(19)
    }

    /// The values as the audit log keeps them: names of the API, ids as the database has them.
    var json: JSONObject {
        [
            "number": .string(number), "fullName": .string(fullName), "email": .optional(email),
            "phone": .optional(phone), "jobTitle": .optional(jobTitle),
            "employmentType": .string(employmentType.rawValue), "status": .string(status.rawValue),
            "hiredOn": .string(hiredOn.description), "terminatedOn": .optional(terminatedOn?.description),
            "departmentId": .optional(departmentID), "locationId": .optional(locationID),
            "managerId": .optional(managerID),
            "memberId": .optional(memberID), "timeZone": .optional(timeZone), "externalRef": .optional(externalRef),
            "custom": .string(custom),
        ]
    }
}

extension JSONValue {
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    static func optional(_ id: UUID?) -> JSONValue { optional(id?.uuidString.lowercased()) }
}

extension JSONObject {
    /// The members whose values the other object does not have.
    func differences(from other: JSONObject) -> JSONObject {
        var result = JSONObject()
        for member in self where other[member.key] != member.value { result[member.key] = member.value }
        return result
    }
}
