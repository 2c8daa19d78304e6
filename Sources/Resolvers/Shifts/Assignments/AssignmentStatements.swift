import Postgres

/// What changes assignments. Each takes any number of them.
enum AssignmentStatements {
    /// Gives assignments other days; those without a first day end.
    static let cut = Statement<TenantScope>(
        "cut assignments",
        """
        UPDATE shift_assignments AS assignment
        SET valid = CASE WHEN v.first IS NULL THEN assignment.valid ELSE daterange(v.first, v.last, '[]') END,
            deleted_at = CASE WHEN v.first IS NULL THEN now() END
        FROM unnest($2::uuid[], $3::date[], $4::date[]) AS v (id, first, last)
        WHERE assignment.organization_id = $1 AND assignment.id = v.id
        """
    )

    static let insert = Statement<TenantScope>(
        "insert assignments",
        """
        INSERT INTO shift_assignments (organization_id, id, employee_id, shift_id, location_id, slot, valid,
                                       rotation_anchor, created_by)
        SELECT $1, v.id, v.employee_id, v.shift_id, v.location_id, v.slot, daterange(v.first, v.last, '[]'), v.anchor,
               app.current_user_id()
        FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int4[], $6::date[], $7::date[], $8::date[], $9::uuid[])
             AS v (id, employee_id, shift_id, slot, first, last, anchor, location_id)
        """
    )

    static let insertDays = Statement<TenantScope>(
        "insert days of rotations",
        """
        INSERT INTO shift_assignment_days (organization_id, assignment_id, day, shift_id)
        SELECT $1, v.assignment_id, v.day, v.shift_id
        FROM unnest($2::uuid[], $3::int4[], $4::uuid[]) AS v (assignment_id, day, shift_id)
        """
    )

    /// Lets assignments go on over other days, under other ids.
    static let insertRests = Statement<TenantScope>(
        "insert rests of assignments",
        """
        INSERT INTO shift_assignments (organization_id, id, employee_id, shift_id, location_id, slot, valid,
                                       rotation_anchor, created_by)
        SELECT $1, v.id, a.employee_id, a.shift_id, a.location_id, a.slot, daterange(v.first, v.last, '[]'),
               a.rotation_anchor, app.current_user_id()
        FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[]) AS v (source, id, first, last)
        JOIN shift_assignments a ON a.organization_id = $1 AND a.id = v.source
        """
    )

    static let copyDays = Statement<TenantScope>(
        "copy days of rotations",
        """
        INSERT INTO shift_assignment_days (organization_id, assignment_id, day, shift_id)
        SELECT $1, v.id, day.day, day.shift_id
        FROM unnest($2::uuid[], $3::uuid[]) AS v (source, id)
        JOIN shift_assignment_days day ON day.organization_id = $1 AND day.assignment_id = v.source
        """
    )

    /// Ended ones too.
    static let select = Statement<TenantScope>(
        "changed assignments",
        """
        SELECT \(ShiftAssignmentRow.columns) FROM shift_assignments assignment
        WHERE assignment.organization_id = $1 AND assignment.id = ANY($2)
        """
    )
}
