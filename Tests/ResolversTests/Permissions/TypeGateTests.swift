import GraphQLEngine
import Schema
import Testing

/// Every type of objects says who may reach them: `@can`, or a reason here. What only wraps objects of other types needs
/// neither, as long as the field that gives it, or the type with the field, says so.
@Suite struct TypeGateTests {
    /// The types without a gate, and why.
    private static let open: [String: String] = [
        "ProposedEvent": "a part of a correction, which has a gate",
        "UploadTarget": "made for the caller just now",
        "PeriodBlockers": "a part of a payroll period, which has a gate",
        "User": "a person shows themselves to those who share an organization with them; email has a rule of its own",
        "Session": "read for the person themselves alone",
        "Viewer": "the caller's own",
        "EffectivePermission": "the caller's own",
        "AuthTokens": "made for the caller just now",
        "Organization": "every member sees their own; its fields have gates",
        "PublicOrganization": "what an organization has made public",
        "OrganizationSettings": "reached through Organization.settings, which has a gate",
        "OwnershipPeriod": "reached through a field with a gate",
        "OrganizationStats": "reached through Organization.stats, which has a gate",
        "Platform": "reached through Query.platform, which has a gate",
        "PlatformJob": "reached through Platform.jobs, which has a gate",
        "InvitationPreview": "for whoever has the link, or the address",
        "InvitationStats": "reached through Organization.invitationStats, which has a gate",
        "WebsiteDomain": "reached through Website, which has a gate",
        "PermissionDefinition": "the catalogue is the same for everybody",
        "StatusPeriod": "reached through fields with gates",
        "GeoPoint": "a part of an attendance event or a work location",
        "DeviceIdentity": "reached through Device, which has a gate",
        "AttendanceBreak": "a part of an attendance session",
        "ScheduledShift": "reached through fields with gates",
        "ShiftRotation": "a part of a shift assignment",
        "Holiday": "a part of a holiday calendar",
        "Presence": "reached through fields with gates",
        "Timesheet": "reached through fields with gates",
        "ServerInfo": "about the server, for everybody",
        "ServerLimits": "about the server, for everybody",
    ]
    private static let wrappers = ["Payload", "Connection", "Edge", "Result", "Error", "PageInfo"]

    private let schema: GraphQLEngine.Schema

    init() throws {
        schema = try GraphQLEngine.Schema.rollcall()
    }

    private var roots: [TypeID] { [schema.queryType, schema.mutationType, schema.subscriptionType].compactMap { $0 } }

    private func isGated(_ directives: [AppliedDirective]) -> Bool {
        directives.contains { $0.name == "can" }
    }

    private func isWrapper(_ type: NamedType) -> Bool {
        Self.wrappers.contains { type.name.hasSuffix($0) }
    }

    @Test func everyTypeHasAGateOrAReason() {
        let rootNames = roots.map { schema[$0].name }
        var ungated: Set<String> = []
        for type in schema.types where type.kind == .object && !type.isBuiltIn && !rootNames.contains(type.name) {
            if !isGated(type.appliedDirectives) && !isWrapper(type) { ungated.insert(type.name) }
        }
        #expect(ungated.subtracting(Self.open.keys) == [], "Put @can on the type, or say in TypeGateTests why not.")
        #expect(Set(Self.open.keys).subtracting(ungated) == [], "These have a gate now, or are no types.")
    }

    /// A count tells something without showing any object.
    @Test func everyConnectionStandsBehindAGate() {
        for type in schema.types where type.kind == .object && !type.isBuiltIn {
            for field in type.fields where schema[schema.namedType(of: field.type)].name.hasSuffix("Connection") {
                let isGated = isGated(field.appliedDirectives) || isGated(type.appliedDirectives)
                #expect(isGated, "\(type.name).\(field.name) has no gate")
            }
        }
    }

    /// A gate denies by null, so that the siblings are answered.
    @Test func fieldsWithGatesAreNullable() {
        for type in schema.types where type.kind == .object && !type.isBuiltIn {
            for field in type.fields where isGated(field.appliedDirectives) {
                #expect(!schema.isNonNull(field.type), "\(type.name).\(field.name)")
            }
        }
    }
}
