import FoundationEssentials
import Postgres
import Schema
import Time

/// The changes of an `EmployeePatchInput`, found well-formed: what is absent stays, null clears.
struct EmployeePatch: Sendable {
    private let input: EmployeePatchInput
    private let number: InputField<String>
    private let fullName: InputField<String>
    private let email: InputField<String>
    private let phone: InputField<String>
    private let jobTitle: InputField<String>
    private let externalRef: InputField<String>
    private let custom: InputField<String>
    private let departmentID: InputField<UUID>
    private let locationID: InputField<UUID>
    private let managerID: InputField<UUID>

    init(_ input: EmployeePatchInput, _ errors: inout InputErrors) {
        self.input = input
        number = errors.required(input.number, "number", maximumLength: EmployeeLengths.number)
        fullName = errors.required(input.fullName, "fullName", maximumLength: EmployeeLengths.fullName)
        email = InputField(errors.email(input.email.given, "email"), input.email)
        phone = errors.optional(input.phone, "phone", maximumLength: EmployeeLengths.phone)
        jobTitle = errors.optional(input.jobTitle, "jobTitle", maximumLength: EmployeeLengths.jobTitle)
        externalRef = errors.optional(input.externalRef, "externalRef", maximumLength: EmployeeLengths.externalRef)
        custom = input.custom.map { errors.json($0, "custom") }
        departmentID = InputField(errors.key(input.departmentId.given, .department, "departmentId"), input.departmentId)
        locationID = InputField(errors.key(input.locationId.given, .workLocation, "locationId"), input.locationId)
        managerID = InputField(errors.key(input.managerId.given, .employee, "managerId"), input.managerId)
        if case .null = input.employmentType { errors.addRequired("employmentType") }
        if case .null = input.status { errors.addRequired("status") }
        if case .null = input.hiredOn { errors.addRequired("hiredOn") }
    }

    /// What the patch names, whoever it is for.
    func references(now: Timestamp) -> BoundStatement<TenantScope> {
        EmployeeReferences.query(
            department: departmentID.given,
            location: locationID.given,
            manager: managerID.given,
            timeZone: input.timeZone.given,
            now: now
        )
    }

    /// The values after the change, with errors for a cycle of managers and dates that contradict each other.
    ///
    /// - Parameter references: all of which are there.
    func applied(
        to old: EmployeeValues,
        _ references: EmployeeReferences,
        _ errors: inout InputErrors
    ) -> EmployeeValues {
        references.checkCycle(of: old.id, &errors)
        var new = old
        setTexts(&new)
        departmentID.set(&new.departmentID)
        locationID.set(&new.locationID)
        managerID.set(&new.managerID)
        if let type = input.employmentType.given { new.employmentType = type }
        setEmployment(&new, today: references.today)
        if let end = new.terminatedOn, end < new.hiredOn {
            errors.add(.invalid, "The employment ended on \(end), before this day.", "hiredOn")
        }
        return new
    }

    /// The employees who have the number or the external reference that the patch gives.
    func holders() -> BoundStatement<TenantScope> {
        Self.holders(.optional(number.given), .optional(externalRef.given))
    }

    private static let holders = Statement<TenantScope>(
        "holders of employee keys",
        """
        SELECT e.id, e.employee_number, e.external_ref FROM employees e
        WHERE e.organization_id = $1 AND e.deleted_at IS NULL AND (e.employee_number = $2 OR e.external_ref = $3)
        """
    )

    private func setTexts(_ new: inout EmployeeValues) {
        if let number = number.given { new.number = number }
        if let fullName = fullName.given { new.fullName = fullName }
        email.set(&new.email)
        phone.set(&new.phone)
        jobTitle.set(&new.jobTitle)
        externalRef.set(&new.externalRef)
        input.timeZone.set(&new.timeZone)
        if !custom.isAbsent { new.custom = custom.given ?? "{}" }
    }

    /// An employment that ends does so today, or on its first day if that is still to come; taken up again, it has no end.
    private func setEmployment(_ new: inout EmployeeValues, today: CalendarDate) {
        if let hiredOn = input.hiredOn.given { new.hiredOn = hiredOn }
        guard let status = input.status.given, status != new.status else { return }
        new.status = status
        new.terminatedOn = status == .terminated ? max(today, new.hiredOn) : nil
    }
}

extension InputErrors {
    fileprivate mutating func required(
        _ field: InputField<String>,
        _ name: String,
        maximumLength: Int
    ) -> InputField<String> {
        if case .null = field { addRequired(name) }
        return field.map { required($0, name, maximumLength: maximumLength) }
    }

    fileprivate mutating func optional(
        _ field: InputField<String>,
        _ name: String,
        maximumLength: Int
    ) -> InputField<String> {
        InputField(optional(field.given, name, maximumLength: maximumLength), field)
    }
}

extension InputField {
    /// The checked value where one was given, else what the original says.
    fileprivate init<Original>(_ checked: Value?, _ original: InputField<Original>) {
        switch original {
        case .absent: self = .absent
        case .null: self = .null
        case .value: self = checked.map(InputField.value) ?? .absent
        }
    }

    /// Changes what is stored unless the member is absent.
    func set(_ stored: inout Value?) {
        if !isAbsent { stored = given }
    }
}
