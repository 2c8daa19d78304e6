import GraphQLEngine
import JSON
import Postgres
import Schema

/// The policy of an organization, as a mutation changes it.
struct OrganizationSettingsValues {
    var weekStartsOn: Weekday
    var clockCooldownSeconds: Int
    var maxSessionMinutes: Int
    var autoCloseOpenSessions: Bool
    var maxDeviceClockSkewSeconds: Int
    var offlineEventMaxAgeDays: Int
    var allowWebClock: Bool
    var geofenceMode: GeofenceMode
    var ipAllowlist: [String]
    var biometricEnabled: Bool
    var faceMatchThreshold: Double
    var faceMargin: Double
    var biometricRetentionDays: Int
    var allowSelfApproval: Bool
    var invitationTtlHours: Int
    var custom: JSONValue

    /// What is stored now.
    init(_ settings: OrganizationSettingsRow) throws {
        weekStartsOn = settings.weekStartsOn
        clockCooldownSeconds = Int(settings.clockCooldownSeconds)
        maxSessionMinutes = Int(settings.maxSessionMinutes)
        autoCloseOpenSessions = settings.autoCloseOpenSessions
        maxDeviceClockSkewSeconds = Int(settings.maxDeviceClockSkewSeconds)
        offlineEventMaxAgeDays = Int(settings.offlineEventMaxAgeDays)
        allowWebClock = settings.allowWebClock
        geofenceMode = GeofenceMode(rawValue: settings.row.string(7).uppercased()) ?? .off
        ipAllowlist = settings.ipAllowlist
        biometricEnabled = settings.biometricEnabled
        faceMatchThreshold = settings.faceMatchThreshold
        faceMargin = settings.faceMargin
        biometricRetentionDays = Int(settings.biometricRetentionDays)
        allowSelfApproval = settings.allowSelfApproval
        invitationTtlHours = Int(settings.invitationTtlHours)
        custom = try JSONReader().read(Array(settings.custom.utf8))
    }

    /// Members that were left out stay.
    mutating func apply(_ input: OrganizationSettingsInput) {
        weekStartsOn = input.weekStartsOn ?? weekStartsOn
        clockCooldownSeconds = input.clockCooldownSeconds ?? clockCooldownSeconds
        maxSessionMinutes = input.maxSessionMinutes ?? maxSessionMinutes
        autoCloseOpenSessions = input.autoCloseOpenSessions ?? autoCloseOpenSessions
        maxDeviceClockSkewSeconds = input.maxDeviceClockSkewSeconds ?? maxDeviceClockSkewSeconds
        offlineEventMaxAgeDays = input.offlineEventMaxAgeDays ?? offlineEventMaxAgeDays
        allowWebClock = input.allowWebClock ?? allowWebClock
        geofenceMode = input.geofenceMode ?? geofenceMode
        ipAllowlist = input.ipAllowlist ?? ipAllowlist
        biometricEnabled = input.biometricEnabled ?? biometricEnabled
        faceMatchThreshold = input.faceMatchThreshold ?? faceMatchThreshold
        faceMargin = input.faceMargin ?? faceMargin
        biometricRetentionDays = input.biometricRetentionDays ?? biometricRetentionDays
        allowSelfApproval = input.allowSelfApproval ?? allowSelfApproval
        invitationTtlHours = input.invitationTtlHours ?? invitationTtlHours
        custom = input.custom ?? custom
    }

    /// The values as the audit log keeps them, under the names of the API.
    var json: JSONObject {
        [
            "weekStartsOn": .string(weekStartsOn.rawValue), "clockCooldownSeconds": .int(Int64(clockCooldownSeconds)),
            "maxSessionMinutes": .int(Int64(maxSessionMinutes)), "autoCloseOpenSessions": .bool(autoCloseOpenSessions),
            "maxDeviceClockSkewSeconds": .int(Int64(maxDeviceClockSkewSeconds)),
            "offlineEventMaxAgeDays": .int(Int64(offlineEventMaxAgeDays)), "allowWebClock": .bool(allowWebClock),
            "geofenceMode": .string(geofenceMode.rawValue), "ipAllowlist": .array(ipAllowlist.map(JSONValue.string)),
            "biometricEnabled": .bool(biometricEnabled), "faceMatchThreshold": .double(faceMatchThreshold),
            "faceMargin": .double(faceMargin), "biometricRetentionDays": .int(Int64(biometricRetentionDays)),
            "allowSelfApproval": .bool(allowSelfApproval), "invitationTtlHours": .int(Int64(invitationTtlHours)),
            "custom": custom,
        ]
    }

    var update: BoundStatement<TenantScope> {
        Self.update(
            .int64(Int64(Weekday.allCases.firstIndex(of: weekStartsOn) ?? 0) + 1),
            .int64(Int64(clockCooldownSeconds)),
            .int64(Int64(maxSessionMinutes)),
            .bool(autoCloseOpenSessions),
            .int64(Int64(maxDeviceClockSkewSeconds)),
            .int64(Int64(offlineEventMaxAgeDays)),
            .bool(allowWebClock),
            .text(geofenceMode.rawValue.lowercased()),
            .texts(ipAllowlist),
            .bool(biometricEnabled),
            .double(faceMatchThreshold),
            .double(faceMargin),
            .int64(Int64(biometricRetentionDays)),
            .bool(allowSelfApproval),
            .int64(Int64(invitationTtlHours)),
            .text(custom.text)
        )
    }

    private static let update = Statement<TenantScope>(
        "update organization settings",
        """
        UPDATE organization_settings AS p
        SET week_starts_on = $2, clock_cooldown_seconds = $3, max_session_minutes = $4,
            auto_close_open_sessions = $5, max_device_clock_skew_seconds = $6, offline_event_max_age_days = $7,
            allow_web_clock = $8, geofence_mode = $9, ip_allowlist = $10::text[]::cidr[], biometric_enabled = $11,
            face_match_threshold = $12, face_margin = $13, biometric_retention_days = $14,
            allow_self_approval = $15, invitation_ttl_hours = $16, custom = $17::jsonb, updated_at = now(),
            version = p.version + 1
        WHERE p.organization_id = $1
        RETURNING \(OrganizationSettingsRow.columns)
        """
    )
}
