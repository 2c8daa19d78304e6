import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// The policy of an organization, over a row of the table with the alias `p`.
struct OrganizationSettingsRow: ObjectRow {
    static let typeName = "OrganizationSettings"
    static let columns = """
        p.week_starts_on, p.clock_cooldown_seconds, p.max_session_minutes, p.auto_close_open_sessions, \
        p.max_device_clock_skew_seconds, p.offline_event_max_age_days, p.allow_web_clock, p.geofence_mode, \
        ARRAY(SELECT n::text FROM unnest(p.ip_allowlist) WITH ORDINALITY AS x (n, i) ORDER BY i), \
        p.biometric_enabled, p.face_match_threshold::numeric::float8, p.face_margin::numeric::float8, p.biometric_retention_days, \
        p.allow_self_approval, p.invitation_ttl_hours, p.custom, p.version
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    /// The database counts ISO weekdays from 1.
    var weekStartsOn: Weekday { Weekday.allCases[Int(row.int16(0)) - 1] }
    var clockCooldownSeconds: Int32 { row.int32(1) }
    var maxSessionMinutes: Int32 { row.int32(2) }
    var autoCloseOpenSessions: Bool { row.bool(3) }
    var maxDeviceClockSkewSeconds: Int32 { row.int32(4) }
    var offlineEventMaxAgeDays: Int32 { row.int32(5) }
    var allowWebClock: Bool { row.bool(6) }
    var geofenceMode: DatabaseEnum<GeofenceMode> { DatabaseEnum(utf8: row.utf8(7)) }
    var ipAllowlist: [String] { row.texts(8) }
    var biometricEnabled: Bool { row.bool(9) }
    var faceMatchThreshold: Double { row.double(10) }
    var faceMargin: Double { row.double(11) }
    var biometricRetentionDays: Int32 { row.int32(12) }
    var allowSelfApproval: Bool { row.bool(13) }
    var invitationTtlHours: Int32 { row.int32(14) }
    var custom: BorrowedJSON { BorrowedJSON(utf8: row.json(15)) }
    var version: Int32 { row.int32(16) }
}

extension OrganizationSettingsRow {
    /// The settings of the scope's organization.
    static let current = Statement<TenantScope>(
        "organization settings",
        "SELECT \(columns) FROM organization_settings p WHERE p.organization_id = $1"
    )
}

extension Bindings<ResolverContext> {
    mutating func bindOrganizationSettings() {
        object(OrganizationRow.self) { type in
            type.objects("settings") { rows, context in
                try context.ofCurrent(rows, OrganizationSettingsRow.current()) {
                    $0.first.map(OrganizationSettingsRow.init)
                }
            }
        }
        object(OrganizationSettingsRow.self) { type in
            type.bindClockPolicy()
            type.bindOtherPolicy()
        }
        bindPayload(of: OrganizationSettingsUpdate.self)
    }
}

extension ObjectBinding<OrganizationSettingsRow, ResolverContext> {
    fileprivate mutating func bindClockPolicy() {
        value("weekStartsOn") { $0.weekStartsOn }
        value("clockCooldownSeconds") { $0.clockCooldownSeconds }
        value("maxSessionMinutes") { $0.maxSessionMinutes }
        value("autoCloseOpenSessions") { $0.autoCloseOpenSessions }
        value("maxDeviceClockSkewSeconds") { $0.maxDeviceClockSkewSeconds }
        value("offlineEventMaxAgeDays") { $0.offlineEventMaxAgeDays }
        value("allowWebClock") { $0.allowWebClock }
        value("geofenceMode") { $0.geofenceMode }
        value("ipAllowlist") { $0.ipAllowlist }
    }

    fileprivate mutating func bindOtherPolicy() {
        value("biometricEnabled") { $0.biometricEnabled }
        value("faceMatchThreshold") { $0.faceMatchThreshold }
        value("faceMargin") { $0.faceMargin }
        value("biometricRetentionDays") { $0.biometricRetentionDays }
        value("allowSelfApproval") { $0.allowSelfApproval }
        value("invitationTtlHours") { $0.invitationTtlHours }
        value("custom") { $0.custom }
        value("version") { $0.version }
    }
}
