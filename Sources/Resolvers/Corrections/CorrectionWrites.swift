import FoundationEssentials
import Hours
import Postgres
import Schema
import Time

/// What decisions store besides the days themselves, any number of them at once.
struct CorrectionWrites {
    private let items: [CorrectionDecision]
    private let effects: [CorrectionEffect]
    private let userID: Parameter
    private let now: Parameter

    init(_ items: [CorrectionDecision], by userID: UUID, at now: Timestamp) {
        self.items = items
        effects = items.compactMap(\.effect)
        self.userID = .uuid(userID)
        self.now = .timestamp(now)
    }

    /// The events and voids that the days are computed from.
    var before: [BoundStatement<TenantScope>] {
        let punches = effects.flatMap { effect in effect.punches.map { (effect, $0.id, $0.punch) } }
        let voids = items.flatMap { item in (item.effect?.voidedEventIDs ?? []).map { (item, $0) } }
        var statements: [BoundStatement<TenantScope>] = []
        if !punches.isEmpty {
            statements.append(
                Statements.insertEvents(
                    userID,
                    .uuids(punches.map { $0.1 }),
                    .uuids(punches.map { $0.0.employeeID }),
                    .texts(punches.map { $0.2.kind.rawValue }),
                    .timestamps(punches.map { $0.2.at }),
                    .texts(punches.map { $0.2.timeZone }),
                    .uuids(punches.map { $0.0.correctionID })
                )
            )
        }
        if !voids.isEmpty {
            statements.append(
                Statements.voidEvents(
                    userID,
                    now,
                    .uuids(voids.map { $0.1 }),
                    .texts(voids.map { $0.0.correction?.reason ?? "" })
                )
            )
        }
        return statements
    }

    /// What was decided about the days themselves, once their records are there.
    func after(_ computed: ComputedAttendance) -> [BoundStatement<TenantScope>] {
        let decided = items.flatMap { item -> [(item: CorrectionDecision, status: DayStatus, recordID: UUID)] in
            guard let effect = item.effect, let status = effect.status else { return [] }
            return computed.recordIDs(of: effect.employeeID, on: effect.workDate).map { (item, status, $0) }
        }
        if decided.isEmpty { return [] }
        return [
            Statements.overrideStatus(
                userID,
                now,
                .uuids(decided.map(\.recordID)),
                .texts(decided.map(\.status.rawValue)),
                .texts(decided.map { $0.item.correction?.reason ?? "" })
            )
        ]
    }

    /// Gives the ``AttendanceCorrectionRow``s.
    var decisions: BoundStatement<TenantScope> {
        Statements.decide(
            userID,
            now,
            .uuids(items.map(\.correctionID)),
            .texts(items.map { $0.status.rawValue.lowercased() }),
            .texts(items.map(\.note)),
            .bools(items.map(\.isOwn))
        )
    }

    private enum Statements {
        static let insertEvents = Statement<TenantScope>(
            "insert corrected events",
            """
            INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, time_zone,
              utc_offset_minutes, source, actor_user_id, correction_id)
            SELECT $1, v.id, v.employee_id, v.kind::attendance_event_kind, v.at, v.zone,
                   extract(epoch FROM (v.at AT TIME ZONE v.zone) - (v.at AT TIME ZONE 'UTC')) / 60, 'manual', $2,
                   v.correction_id
            FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::uuid[])
              AS v (id, employee_id, kind, at, zone, correction_id)
            """
        )

        /// Some may be void already.
        static let voidEvents = Statement<TenantScope>(
            "void corrected events",
            """
            INSERT INTO attendance_event_voids (organization_id, event_id, reason, actor_user_id, created_at)
            SELECT $1, v.id, v.reason, $2, $3 FROM unnest($4::uuid[], $5::text[]) AS v (id, reason)
            ON CONFLICT (organization_id, event_id) DO NOTHING
            """
        )

        static let overrideStatus = Statement<TenantScope>(
            "override status by corrections",
            """
            UPDATE attendance_records r
            SET override_status = v.status::attendance_status, override_reason = v.reason, overridden_by = $2,
                overridden_at = $3
            FROM unnest($4::uuid[], $5::text[], $6::text[]) AS v (id, status, reason)
            WHERE r.organization_id = $1 AND r.id = v.id
            """
        )

        static let decide = Statement<TenantScope>(
            "decide corrections",
            """
            UPDATE attendance_corrections c
            SET status = v.status::request_status, decided_by = $2, decided_at = $3, decision_note = v.note,
                self_approval = v.is_own
            FROM unnest($4::uuid[], $5::text[], $6::text[], $7::boolean[]) AS v (id, status, note, is_own)
            WHERE c.organization_id = $1 AND c.id = v.id
            RETURNING \(AttendanceCorrectionRow.columns)
            """
        )
    }
}
