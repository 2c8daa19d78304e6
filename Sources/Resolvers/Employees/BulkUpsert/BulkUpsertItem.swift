import FoundationEssentials
import Schema

/// One item of a bulk upsert on its way to the database.
struct BulkUpsertItem: Sendable {
    let input: EmployeeBulkItem
    /// The checked texts of the input.
    let number: String
    let fullName: String
    let externalRef: String?
    let departmentCode: String?
    let managerNumber: String?
    private let email: String?
    private let phone: String?
    private let jobTitle: String?
    private let custom: String?
    /// What is wrong with the item; without errors it is applied.
    var errors: InputErrors
    /// The employee as stored; nil for a new one.
    var stored: EmployeeValues?
    /// The employee as it will be.
    var values: EmployeeValues

    var isValid: Bool { errors.isEmpty }

    init(_ input: EmployeeBulkItem, index: Int) {
        self.input = input
        errors = InputErrors(path: ["input", "items", String(index)])
        number = errors.required(input.number, "number", maximumLength: EmployeeLengths.number)
        fullName = errors.required(input.fullName, "fullName", maximumLength: EmployeeLengths.fullName)
        externalRef = errors.optional(input.externalRef, "externalRef", maximumLength: EmployeeLengths.externalRef)
        departmentCode = errors.optional(
            input.departmentCode,
            "departmentCode",
            maximumLength: DepartmentValues.maximumCodeLength
        )
        managerNumber = errors.optional(input.managerNumber, "managerNumber", maximumLength: EmployeeLengths.number)
        email = errors.email(input.email, "email")
        phone = errors.optional(input.phone, "phone", maximumLength: EmployeeLengths.phone)
        jobTitle = errors.optional(input.jobTitle, "jobTitle", maximumLength: EmployeeLengths.jobTitle)
        if let value = input.custom { custom = errors.json(value, "custom") } else { custom = nil }
        values = EmployeeValues(id: UUID(), number: number, fullName: fullName, hiredOn: input.hiredOn)
    }

    /// Sets the values, on top of those that are stored: what the item leaves out stays.
    mutating func merge(with stored: EmployeeValues?) {
        self.stored = stored
        if let stored { values = stored }
        values.number = number
        values.fullName = fullName
        values.hiredOn = input.hiredOn
        values.email = email ?? values.email
        values.phone = phone ?? values.phone
        values.jobTitle = jobTitle ?? values.jobTitle
        values.externalRef = externalRef ?? values.externalRef
        values.employmentType = input.employmentType ?? values.employmentType
        values.timeZone = input.timeZone ?? values.timeZone
        values.custom = custom ?? values.custom
        if let end = values.terminatedOn, end < values.hiredOn {
            errors.add(.invalid, "The employment ended on \(end), before this day.", "hiredOn")
        }
    }
}
