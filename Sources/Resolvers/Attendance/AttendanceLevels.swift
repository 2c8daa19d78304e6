import FoundationEssentials
import GraphQLEngine
import Hours
import Postgres

/// What is below records and sessions, for all of a level at once.
extension ResolverContext {
    func employees(_ ids: [UUID]) -> Step<[Result<EmployeeRow, GraphQLError>]> {
        loaders.employees.load(ids).orForbidden()
    }

    /// Rows of one statement under the parents that they belong to.
    ///
    /// - Parameters:
    ///   - statement: its only parameter is the parents' ids.
    ///   - parent: reads the parent's id off a row.
    private func grouped<Value: TableRow>(
        _ type: Value.Type,
        _ statement: Statement<TenantScope>,
        by parents: [UUID],
        _ parent: @escaping (Row) -> UUID
    ) throws -> Step<[[Value]]> {
        try query(statement(.uuids(parents))).map { rows in
            let groups = Dictionary(grouping: rows, by: parent)
            return parents.map { id in (groups[id] ?? []).map(Value.init) }
        }
    }

    func sessions(of records: [AttendanceRecordRow]) throws -> Step<[[AttendanceSessionRow]]> {
        try grouped(AttendanceSessionRow.self, AttendanceStatements.sessionsOfRecords, by: records.map(\.id)) {
            $0.uuid(2)
        }
    }

    /// The sessions that a punch would overlap, as far as the viewer may see them.
    func sessions(of errors: [SessionOverlapErrorRow]) -> Step<[[AttendanceSessionRow]]> {
        loaders.sessions.load(errors.flatMap(\.sessionIDs)).map { found in
            var rest = found[...]
            return errors.map { error in
                defer { rest = rest.dropFirst(error.sessionIDs.count) }
                return rest.prefix(error.sessionIDs.count).compactMap { $0 }
            }
        }
    }

    func breaks(of sessions: [AttendanceSessionRow]) throws -> Step<[[AttendanceBreakRow]]> {
        try grouped(AttendanceBreakRow.self, AttendanceStatements.breaksOfSessions, by: sessions.map(\.id)) {
            $0.uuid(1)
        }
    }

    /// Minutes until the request's time for sessions that are open.
    func workedMinutes(of sessions: [AttendanceSessionRow]) throws -> Step<[Int32]> {
        try breaks(of: sessions).map { [request] breaks in
            zip(sessions, breaks).map { session, breaks in
                Minutes.whole(session.interval(breaks: breaks).workedMicroseconds(until: request.now))
            }
        }
    }
}

extension Step {
    /// For a field that promises an object: one that was not found is an error at its place.
    func orForbidden<Object>() -> Step<[Result<Object, GraphQLError>]> where Value == [Object?] {
        map { objects in
            objects.map { object in
                object.map { .success($0) }
                    ?? .failure(GraphQLError("The object was deleted or is beyond your reach.", code: "FORBIDDEN"))
            }
        }
    }
}

/// The statements by which a level of attendance is read. Who may see the parents may see what is in them.
enum AttendanceStatements {
    static let sessionsOfRecords = Statement<TenantScope>(
        "sessions of records",
        """
        SELECT \(AttendanceSessionRow.columns) FROM attendance_sessions s
        WHERE s.organization_id = $1 AND s.record_id = ANY($2) ORDER BY s.clock_in_at, s.id
        """
    )

    /// A join, because the index that finds a session's breaks does not take a list.
    static let breaksOfSessions = Statement<TenantScope>(
        "breaks of sessions",
        """
        SELECT \(AttendanceBreakRow.columns)
        FROM unnest($2::uuid[]) AS parent (id)
        JOIN attendance_breaks b ON b.organization_id = $1 AND b.session_id = parent.id
        ORDER BY b.started_at
        """
    )

    /// Whether the event `v` is one of the session `s`: clock events are a session's own, breaks' events are those that
    /// fall into it.
    static let belongsToSession = """
        CASE v.kind
          WHEN 'clock_in' THEN v.id = s.clock_in_event_id
          WHEN 'clock_out' THEN v.id = s.clock_out_event_id
          WHEN 'break_start' THEN s.status <> 'voided' AND v.occurred_at >= s.clock_in_at
            AND (s.clock_out_at IS NULL OR v.occurred_at < s.clock_out_at)
          WHEN 'break_end' THEN s.status <> 'voided' AND v.occurred_at > s.clock_in_at
            AND (s.clock_out_at IS NULL OR v.occurred_at <= s.clock_out_at)
        END
        """
}
