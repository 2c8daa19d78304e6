import Postgres
import Schema

/// What the violation of each constraint means to a caller: the one table from constraint names to codes.
enum ConstraintErrors {
    private struct Meaning {
        let code: UserErrorCode
        let message: String
        /// Input field below the mutation's object.
        let field: String?
    }

    private static let meanings: [String: Meaning] = [
        "employees_number_uq": Meaning(code: .taken, message: "Another employee has this number.", field: "number"),
        "employees_external_uq": Meaning(
            code: .taken,
            message: "Another employee has this external reference.",
            field: "externalRef"
        ),
        "employees_member_uq": Meaning(
            code: .taken,
            message: "The member has an employee record already.",
            field: "memberId"
        ),
        "departments_name_uq": Meaning(code: .taken, message: "Another department has this name.", field: "name"),
        "departments_code_uq": Meaning(code: .taken, message: "Another department has this code.", field: "code"),
        "work_locations_name_uq": Meaning(code: .taken, message: "Another location has this name.", field: "name"),
        "work_locations_time_zone_fkey": Meaning(
            code: .invalid,
            message: "There is no time zone of this name.",
            field: "timeZone"
        ),
        "shifts_name_uq": Meaning(code: .taken, message: "Another shift has this name.", field: "name"),
        "shifts_time_zone_fkey": Meaning(
            code: .invalid,
            message: "There is no time zone of this name.",
            field: "timeZone"
        ),
        "shift_assignments_no_overlap": Meaning(
            code: .shiftOverlap,
            message: "The employee has another shift in this slot on some of the days.",
            field: "validFrom"
        ),
        "work_locations_calendar_fk": Meaning(
            code: .notFound,
            message: "There is no such holiday calendar.",
            field: "holidayCalendarId"
        ),
        "holiday_calendars_name_uq": Meaning(code: .taken, message: "Another calendar has this name.", field: "name"),
        "organization_slugs_pkey": Meaning(code: .taken, message: "Another organization has this slug.", field: "slug"),
        "organization_members_live_uq": Meaning(
            code: .alreadyMember,
            message: "This person is a member already.",
            field: "email"
        ),
        "organization_admins_live_uq": Meaning(
            code: .invalidTransition,
            message: "This member is an admin already.",
            field: "memberId"
        ),
        "organization_invitations_pending_uq": Meaning(
            code: .alreadyInvited,
            message: "This address has an open invitation.",
            field: "email"
        ),
        "websites_key_uq": Meaning(code: .taken, message: "Another website has this key.", field: "key"),
        "website_domains_pkey": Meaning(code: .taken, message: "The domain is claimed already.", field: "domain"),
        "attendance_corrections_pending_uq": Meaning(
            code: .alreadyPending,
            message: "There is a pending correction of this day.",
            field: "workDate"
        ),
        "attendance_periods_no_overlap": Meaning(
            code: .periodOverlap,
            message: "Another period has some of these days.",
            field: "range"
        ),
        "roles_key_uq": Meaning(code: .taken, message: "Another role has this key.", field: "key"),
    ]

    /// The user error for a violated constraint, with a path below `path`; nil for one that is not the caller's to mend.
    static func userError(for error: DatabaseError, path: [String]) -> UserErrorRow? {
        guard case .server(let server) = error, let constraint = server.constraint else { return nil }
        guard let meaning = meanings[constraint] else { return nil }
        return UserErrorRow(meaning.code, meaning.message, path: path + (meaning.field.map { [$0] } ?? []))
    }
}
