import Hours
import JSON
import Time

/// What the scheduler did to days, as the audit log tells it: by the names of the mutations with which people do the same.
struct ClosedDays {
    private let stored: StoredDays
    private let computed: ComputedAttendance

    init(_ stored: StoredDays, _ computed: ComputedAttendance) {
        self.stored = stored
        self.computed = computed
    }

    var auditEntries: [AuditEntry] { sessions + computed.changedRecords.map(entry) }

    /// Those that were open.
    private var sessions: [AuditEntry] {
        let open = stored.employees.values.flatMap(\.punches).compactMap(\.session).filter { $0.status == .open }
        let before = Dictionary(open.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return computed.sessions.compactMap { session in
            before[session.id].flatMap { $0 == session ? nil : SessionClose.audit($0, session) }
        }
    }

    private func entry(_ record: ComputedAttendance.Record) -> AuditEntry {
        let before = stored.employees[record.key.employeeID]?.records[record.key.day]
        var new = record.values.auditJSON
        if before == nil {
            new["employeeId"] = .optional(record.key.employeeID)
            new["workDate"] = .string(record.key.day.date.description)
        }
        let old = before?.values.auditJSON
        return AuditEntry(
            action: AttendanceRecompute.field,
            entityType: AttendanceRecordRow.typeName,
            entityID: record.id,
            oldValues: old?.differences(from: new),
            newValues: old.map(new.differences(from:)) ?? new
        )
    }
}

extension RecordValues {
    /// What the system decides by itself.
    fileprivate var auditJSON: JSONObject {
        ["status": .string(status), "flags": .array(flags.map(JSONValue.string))]
    }
}
