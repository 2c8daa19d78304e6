import FoundationEssentials
import GraphQLEngine
import Hours
import Postgres
import Schema

extension Bindings<ResolverContext> {
    /// Records, sessions, breaks, events and presence, where employees lead to them, and the clock's mutations.
    mutating func bindAttendance() {
        bindConnection(of: AttendanceRecordRow.self)
        bindRecord()
        bindSession()
        bindBreak()
        bindEvent()
        bindPresence()
        bindAttendanceOfEmployees()
        bindAttendanceOfOrganizations()
        bindClock()
        bindDecisions()
    }

    private mutating func bindRecord() {
        object(AttendanceRecordRow.self) { type in
            type.bindDay()
            type.bindNumbers()
            type.objects("employee") { rows, context in context.employees(rows.map(\.employeeID)) }
            type.objects("shift") { rows, context in context.loaders.shifts.load(rows.map(\.shiftID)) }
            type.objects("sessions") { rows, context in try context.sessions(of: rows) }
            type.objects("events") { rows, context in try RecordEvents.of(rows, context) }
        }
    }

    private mutating func bindSession() {
        object(AttendanceSessionRow.self) { type in
            type.value("id") { GlobalID(.attendanceSession, $0.id) }
            type.value("clockInAt") { $0.clockInAt }
            type.value("clockOutAt") { $0.clockOutAt }
            type.value("status") { $0.status }
            type.value("version") { $0.version }
            type.objects("employee") { rows, context in context.employees(rows.map(\.employeeID)) }
            type.objects("record") { rows, context in
                context.loaders.records.load(rows.map(\.recordID)).orForbidden()
            }
            type.objects("clockIn") { rows, context in
                context.loaders.events.load(rows.map(\.clockInEventID)).orForbidden()
            }
            type.objects("clockOut") { rows, context in context.loaders.events.load(rows.map(\.clockOutEventID)) }
            type.objects("location") { rows, context in context.loaders.workLocations.load(rows.map(\.locationID)) }
            type.objects("breaks") { rows, context in try context.breaks(of: rows) }
            type.values("workedMinutes") { rows, context in try context.workedMinutes(of: rows) }
        }
    }

    private mutating func bindBreak() {
        object(AttendanceBreakRow.self) { type in
            type.value("id") { GlobalID(.attendanceBreak, $0.id) }
            type.value("startedAt") { $0.startedAt }
            type.value("endedAt") { $0.endedAt }
            type.value("isPaid") { $0.isPaid }
            type.values("minutes") { rows, context in
                .ready(rows.map { Minutes.whole($0.pause.lengthMicroseconds(until: context.request.now)) })
            }
        }
    }

    private mutating func bindEvent() {
        object(AttendanceEventRow.self) { type in
            type.bindPunch()
            type.objects("employee") { rows, context in context.employees(rows.map(\.employeeID)) }
            type.objects("device") { rows, context in context.loaders.devices.load(rows.map(\.deviceID)) }
            type.objects("actor") { rows, context in context.loaders.users.load(rows.map(\.actorUserID)) }
            type.objects("correction") { rows, context in
                context.loaders.corrections.load(rows.map(\.correctionID))
            }
            type.child("point") { $0.point }
        }
        object(GeoPointRow.self) { type in
            type.value("latitude") { $0.latitude }
            type.value("longitude") { $0.longitude }
            type.value("accuracyMeters") { $0.accuracyMeters }
        }
    }

    private mutating func bindPresence() {
        object(PresenceRow.self) { type in
            type.child("employee") { $0.employee }
            type.value("state") { $0.state }
            type.value("since") { $0.since }
            type.objects("session") { rows, context in context.loaders.sessions.load(rows.map(\.sessionID)) }
            type.objects("shift") { rows, context in
                try ScheduledShiftRow.applying(to: rows.map(\.id), at: context.request.now, context)
            }
        }
    }
}

extension ObjectBinding<AttendanceRecordRow, ResolverContext> {
    fileprivate mutating func bindDay() {
        value("id") { GlobalID(.attendanceRecord, $0.id) }
        value("workDate") { $0.workDate }
        value("slot") { $0.slot }
        value("timeZone") { $0.timeZone }
        value("scheduledStart") { $0.scheduledStart }
        value("scheduledEnd") { $0.scheduledEnd }
        value("firstInAt") { $0.firstInAt }
        value("lastOutAt") { $0.lastOutAt }
        value("status") { $0.status }
        value("flags") { $0.flags }
        value("computedAt") { $0.computedAt }
        value("version") { $0.version }
    }

    fileprivate mutating func bindNumbers() {
        value("scheduledMinutes") { $0.scheduledMinutes }
        value("workedMinutes") { $0.workedMinutes }
        value("breakMinutes") { $0.breakMinutes }
        value("lateMinutes") { $0.lateMinutes }
        value("earlyLeaveMinutes") { $0.earlyLeaveMinutes }
        value("overtimeMinutes") { $0.overtimeMinutes }
        value("approvedOvertimeMinutes") { $0.approvedOvertimeMinutes }
    }
}

extension ObjectBinding<AttendanceEventRow, ResolverContext> {
    fileprivate mutating func bindPunch() {
        value("id") { GlobalID(.attendanceEvent, $0.id) }
        value("kind") { $0.kind }
        value("occurredAt") { $0.occurredAt }
        value("reportedAt") { $0.reportedAt }
        value("receivedAt") { $0.receivedAt }
        value("timeZone") { $0.timeZone }
        value("source") { $0.source }
        value("ip") { $0.ip }
        value("note") { $0.note }
        value("geofenceResult") { $0.geofenceResult }
        value("voided") { $0.voidReason != nil }
        value("voidReason") { $0.voidReason }
    }
}
