import FoundationEssentials
import GraphQLEngine
import Postgres

extension ResolverContext {
    /// The records of the days that corrections are about, as they are now; nil where there is none.
    func records(of corrections: [AttendanceCorrectionRow]) throws -> Step<[AttendanceRecordRow?]> {
        let statement = CorrectionStatements.records(
            .uuids(corrections.map(\.employeeID)),
            .dates(corrections.map(\.workDate))
        )
        return try query(statement).map { rows in
            var records: [AttendanceRecordRow?] = Array(repeating: nil, count: corrections.count)
            for row in rows { records[Int(row.int64(AttendanceRecordRow.columnCount)) - 1] = AttendanceRecordRow(row) }
            return records
        }
    }

    /// The versions of the days that corrections are about, as they are now; nil where there is no record.
    func dayVersions(of corrections: [AttendanceCorrectionRow]) throws -> Step<[Int32?]> {
        let statement = CorrectionStatements.versions(
            .uuids(corrections.map(\.employeeID)),
            .dates(corrections.map(\.workDate))
        )
        return try query(statement).map { rows in rows.map { $0.optionalInt32(0) } }
    }

    /// The corrections of the days of records, the first request first.
    func corrections(of records: [AttendanceRecordRow]) throws -> Step<[[AttendanceCorrectionRow]]> {
        let statement = CorrectionStatements.ofRecords(
            .uuids(records.map(\.employeeID)),
            .dates(records.map(\.workDate))
        )
        return try query(statement).map { rows in
            var corrections: [[AttendanceCorrectionRow]] = Array(repeating: [], count: records.count)
            for row in rows {
                corrections[Int(row.int64(AttendanceCorrectionRow.columnCount)) - 1].append(
                    AttendanceCorrectionRow(row)
                )
            }
            return corrections
        }
    }
}

/// Who may see the parents may see what belongs to them.
private enum CorrectionStatements {
    /// Of a day with several slots the first one. The number of the correction stands behind the columns.
    static let records = Statement<TenantScope>(
        "records of corrections",
        """
        SELECT \(AttendanceRecordRow.columns), w.number
        FROM unnest($2::uuid[], $3::date[]) WITH ORDINALITY AS w (employee_id, day, number)
        CROSS JOIN LATERAL (
          SELECT * FROM attendance_records
          WHERE organization_id = $1 AND employee_id = w.employee_id AND work_date = w.day
          ORDER BY slot LIMIT 1) r
        """
    )

    /// One row for each correction.
    static let versions = Statement<TenantScope>(
        "versions of corrected days",
        """
        SELECT (SELECT sum(r.version)::integer FROM attendance_records r
                WHERE r.organization_id = $1 AND r.employee_id = w.employee_id AND r.work_date = w.day)
        FROM unnest($2::uuid[], $3::date[]) WITH ORDINALITY AS w (employee_id, day, number)
        ORDER BY w.number
        """
    )

    /// The number of the record stands behind the columns.
    static let ofRecords = Statement<TenantScope>(
        "corrections of records",
        """
        SELECT \(AttendanceCorrectionRow.columns), w.number
        FROM unnest($2::uuid[], $3::date[]) WITH ORDINALITY AS w (employee_id, day, number)
        JOIN attendance_corrections c ON c.organization_id = $1 AND c.employee_id = w.employee_id AND c.work_date = w.day
        ORDER BY c.requested_at, c.id
        """
    )
}
