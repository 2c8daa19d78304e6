import Auth
import FoundationEssentials
import Postgres
import Time

/// Writes a seed plan over the owner's connection: small tables row by row, large ones by COPY, one transaction per
/// organization.
struct Seeder {
    let connection: OwnerConnection
    /// The days of the data end with the working day before it.
    let today: CalendarDate

    func seed(_ plan: SeedPlan, progress: (String) -> Void = { _ in }) async throws {
        try refuseSecondTime(plan)
        guard let password = NormalizedPassword(plan.password) else { throw CommandError("The password is no text.") }
        let passwordHash = try await SeededAccounts.hash(password)
        for (index, organization) in plan.organizations.enumerated() {
            let seeded = try prepare(organization)
            try transaction { try write(seeded, passwordHash: passwordHash) }
            let records = organization.employeeCount * organization.dayCount
            progress(
                "Seeded \(organization.slug) (\(index + 1) of \(plan.organizations.count)): "
                    + "\(organization.employeeCount) employees, \(records) attendance records"
            )
        }
        try connection.execute("ANALYZE")
    }

    private func refuseSecondTime(_ plan: SeedPlan) throws {
        let taken = try connection.query(
            "SELECT slug FROM organization_slugs WHERE slug = ANY ($1) LIMIT 1",
            [.texts(plan.organizations.map(\.slug))]
        )
        if let slug = taken.first?.string(0) {
            throw CommandError("The organization \(slug) is there already: the data was seeded before.")
        }
    }

    private func prepare(_ organization: SeedPlan.Organization) throws -> SeededOrganization {
        let dates = workingDays(organization.dayCount)
        // PostgreSQL knows the zones; at nine in the morning the clocks of a day have changed already.
        let offsets = try connection.query(
            """
            SELECT (extract(epoch FROM (day + time '09:00') - ((day + time '09:00') AT TIME ZONE $2 AT TIME ZONE 'UTC')) / 60)::int
            FROM unnest($1) WITH ORDINALITY AS days (day, position) ORDER BY position
            """,
            [.dates(dates), .text(organization.timeZone)]
        ).map { $0.int(0) }
        return SeededOrganization(organization, dates: dates, offsets: offsets)
    }

    /// The last days from Monday to Friday before today, the earliest first.
    private func workingDays(_ count: Int) -> [CalendarDate] {
        var days: [CalendarDate] = []
        var day = today
        while days.count < count {
            day = day.advanced(byDays: -1)
            if day.weekday <= 5 { days.append(day) }
        }
        return days.reversed()
    }

    private func transaction(_ body: () throws -> Void) throws {
        try connection.execute("BEGIN")
        do {
            try body()
            try connection.execute("COMMIT")
        } catch {
            try? connection.execute("ROLLBACK")
            throw error
        }
    }

    private func write(_ organization: SeededOrganization, passwordHash: String) throws {
        try writeMembers(organization, passwordHash)
        try writeDepartments(organization)
        try copy(organization, "employees", SeededOrganization.employeeColumns, organization.addEmployee)
        try assignDepartmentManagers(organization)
        try copy(organization, "attendance_events", SeededOrganization.eventColumns, organization.addEvents)
        try copy(organization, "attendance_records", SeededOrganization.recordColumns, organization.addRecords)
        try copy(organization, "attendance_sessions", SeededOrganization.sessionColumns, organization.addSessions)
        try copy(organization, "attendance_breaks", SeededOrganization.breakColumns, organization.addBreaks)
    }

    /// Copies a table's rows, one chunk per employee.
    private func copy(
        _ organization: SeededOrganization,
        _ table: String,
        _ columns: String,
        _ add: (Int, inout CopyRows) -> Void
    ) throws {
        var employee = 0
        try connection.copyIn("COPY \(table) (\(columns)) FROM STDIN") {
            guard employee < organization.plan.employeeCount else { return nil }
            var rows = CopyRows()
            add(employee, &rows)
            employee += 1
            return rows.bytes
        }
    }
}

extension Seeder {
    private func writeMembers(_ organization: SeededOrganization, _ passwordHash: String) throws(DatabaseError) {
        let plan = organization.plan
        let ownerID = UUID()
        let organizationID = Parameter.uuid(organization.id)
        _ = try connection.query(
            "INSERT INTO organizations (id, name, time_zone, current_owner_id) VALUES ($1, $2, $3, $4)",
            [organizationID, .text(plan.name), .text(plan.timeZone), .uuid(ownerID)]
        )
        _ = try connection.query(
            "INSERT INTO organization_slugs (slug, organization_id) VALUES ($1, $2)",
            [.text(plan.slug), organizationID]
        )
        _ = try connection.query(
            "INSERT INTO organization_settings (organization_id) VALUES ($1)",
            [organizationID]
        )
        let accounts = SeededAccounts(connection)
        for (index, login) in plan.logins.enumerated() {
            let ids = organization.loginIDs(index)
            _ = try accounts.insert(
                id: ids.userID,
                email: login.email,
                name: login.name,
                timeZone: plan.timeZone,
                passwordHash: passwordHash
            )
            _ = try connection.query(
                "INSERT INTO organization_members (organization_id, id, user_id) VALUES ($1, $2, $3)",
                [organizationID, .uuid(ids.memberID), .uuid(ids.userID)]
            )
            guard login.isOwner else { continue }
            _ = try connection.query(
                "INSERT INTO organization_owners (organization_id, id, member_id) VALUES ($1, $2, $3)",
                [organizationID, .uuid(ownerID), .uuid(ids.memberID)]
            )
        }
    }

    /// The first department stands above the others.
    private func writeDepartments(_ organization: SeededOrganization) throws(DatabaseError) {
        let indices = Array(0..<organization.plan.departmentCount)
        let names = indices.map { SeedNames.departments[$0] }
        _ = try connection.query(
            """
            INSERT INTO departments (organization_id, id, parent_id, name, code)
            SELECT $1, d.id, CASE WHEN d.position > 1 THEN $4 END, d.name, 'D' || d.position
            FROM unnest($2, $3) WITH ORDINALITY AS d (id, name, position)
            """,
            [
                .uuid(organization.id), .uuids(indices.map(organization.departmentID)), .texts(names),
                .uuid(organization.departmentID(0)),
            ]
        )
    }

    private func assignDepartmentManagers(_ organization: SeededOrganization) throws(DatabaseError) {
        let indices = Array(0..<organization.plan.departmentCount)
        _ = try connection.query(
            """
            UPDATE departments d SET manager_employee_id = m.employee_id
            FROM unnest($2, $3) AS m (department_id, employee_id)
            WHERE d.organization_id = $1 AND d.id = m.department_id
            """,
            [
                .uuid(organization.id), .uuids(indices.map(organization.departmentID)),
                .uuids(indices.map(organization.employeeID)),
            ]
        )
    }
}
