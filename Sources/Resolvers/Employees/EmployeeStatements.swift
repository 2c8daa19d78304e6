import Postgres
import Schema

/// The statements that mutations of employees share. They take any number of employees.
enum EmployeeStatements {
    /// Stores new employees and gives them as ``EmployeeRow``s, in no particular order.
    static func insert(_ employees: [EmployeeValues]) -> BoundStatement<TenantScope> {
        insertStatement.bind(parameters(employees))
    }

    /// Stores all values of known employees and gives them as ``EmployeeRow``s, in no particular order. A login that was
    /// to end with the employment does so no more once that has another state or end, or the employee another login.
    static func update(_ employees: [EmployeeValues]) -> BoundStatement<TenantScope> {
        updateStatement.bind(parameters(employees))
    }

    /// Locks one live employee against changes by others.
    static let lock = Statement<TenantScope>(
        "lock employee",
        """
        SELECT \(EmployeeRow.columns) FROM employees e
        WHERE e.organization_id = $1 AND e.id = $2 AND e.deleted_at IS NULL
        FOR NO KEY UPDATE OF e
        """
    )

    private static func parameters(_ employees: [EmployeeValues]) -> [Parameter] {
        [
            .uuids(employees.map(\.id)),
            .texts(employees.map(\.number)),
            .texts(employees.map(\.fullName)),
            .texts(employees.map(\.email)),
            .texts(employees.map(\.phone)),
            .texts(employees.map(\.jobTitle)),
            .texts(employees.map { $0.employmentType.rawValue.lowercased() }),
            .texts(employees.map { $0.status.rawValue.lowercased() }),
            .dates(employees.map(\.hiredOn)),
            .dates(employees.map(\.terminatedOn)),
            .uuids(employees.map(\.departmentID)),
            .uuids(employees.map(\.managerID)),
            .uuids(employees.map(\.memberID)),
            .texts(employees.map(\.timeZone)),
            .texts(employees.map(\.externalRef)),
            .texts(employees.map(\.custom)),
            .uuids(employees.map(\.locationID)),
        ]
    }

    private static let source = """
        unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
               $10::date[], $11::date[], $12::uuid[], $13::uuid[], $14::uuid[], $15::text[], $16::text[], $17::text[],
               $18::uuid[])
        AS v (id, employee_number, full_name, email, phone, job_title, employment_type, status, hired_on, terminated_on,
              department_id, manager_id, member_id, time_zone, external_ref, custom, location_id)
        """

    private static let insertStatement = Statement<TenantScope>(
        "insert employees",
        """
        INSERT INTO employees AS e (organization_id, id, employee_number, full_name, email, phone, job_title,
          employment_type, status, hired_on, terminated_on, department_id, manager_id, member_id, time_zone,
          external_ref, custom, location_id)
        SELECT $1, v.id, v.employee_number, v.full_name, v.email, v.phone, v.job_title, v.employment_type,
               v.status::employment_status, v.hired_on, v.terminated_on, v.department_id, v.manager_id, v.member_id,
               v.time_zone, v.external_ref, v.custom::jsonb, v.location_id
        FROM \(source)
        RETURNING \(EmployeeRow.columns)
        """
    )

    private static let updateStatement = Statement<TenantScope>(
        "update employees",
        """
        UPDATE employees AS e
        SET employee_number = v.employee_number, full_name = v.full_name, email = v.email, phone = v.phone,
            job_title = v.job_title, employment_type = v.employment_type, status = v.status::employment_status,
            hired_on = v.hired_on, terminated_on = v.terminated_on, department_id = v.department_id,
            manager_id = v.manager_id, member_id = v.member_id, time_zone = v.time_zone,
            external_ref = v.external_ref, custom = v.custom::jsonb, location_id = v.location_id,
            login_ends = e.login_ends AND (e.status::text, e.terminated_on, e.member_id)
              IS NOT DISTINCT FROM (v.status, v.terminated_on, v.member_id),
            updated_at = now(), version = e.version + 1
        FROM \(source)
        WHERE e.organization_id = $1 AND e.id = v.id
        RETURNING \(EmployeeRow.columns)
        """
    )
}

/// Mutations of departments and employees run one at a time in an organization: what they check of each other's rows
/// (departments in use, chains of managers) then still holds when they store.
enum OrganizationLock {
    static let acquire = Statement<TenantScope>(
        "lock organization",
        "SELECT 1 FROM organizations o WHERE o.id = $1 FOR NO KEY UPDATE"
    )
}
