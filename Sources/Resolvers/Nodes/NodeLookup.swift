import FoundationEssentials
import GraphQLEngine
import Schema

/// Finds objects of the viewer's organization by global ID, with one statement per kind.
enum NodeLookup {
    static let maximumCount = 100

    /// The objects in the order of the ids; nil for ids that are malformed, unknown or out of the viewer's reach.
    ///
    /// - Throws: `BAD_USER_INPUT` for more than ``maximumCount`` ids, `NO_ORGANIZATION`.
    static func nodes(_ ids: [GlobalID], _ context: ResolverContext) throws -> Step<[NodeRow?]> {
        guard ids.count <= maximumCount else {
            throw PublicErrors.badInput("\"ids\" may have at most \(maximumCount) items.")
        }
        return try entities(ids, context)
    }

    /// The same for ids that the server found itself, of which there may be any number.
    static func entities(_ ids: [GlobalID], _ context: ResolverContext) throws -> Step<[NodeRow?]> {
        _ = try context.tenant()
        let kinds = Set(ids.compactMap(\.kind)).sorted { $0.rawValue < $1.rawValue }
        let steps = try kinds.map { kind in try nodes(of: kind, ids.map { $0.key(of: kind) }, context) }
        return try Step<[NodeRow?]>.all(steps).map { columns in
            ids.indices.map { index in columns.lazy.compactMap { $0[index] }.first }
        }
    }

    /// The objects of one kind; nil where the id is nil too.
    private static func nodes(
        of kind: NodeKind,
        _ keys: [UUID?],
        _ context: ResolverContext
    ) throws -> Step<[NodeRow?]> {
        let loaders = context.loaders
        switch kind {
        case .user: return loaders.users.load(keys).map { $0.map { $0.map(NodeRow.user) } }
        case .session: return try context.ownSessions(keys).map { $0.map { $0.map(NodeRow.session) } }
        case .organization: return try organizations(keys, context)
        case .member: return loaders.members.load(keys).map { $0.map { $0.map(NodeRow.member) } }
        case .department: return loaders.departments.load(keys).map { $0.map { $0.map(NodeRow.department) } }
        case .workLocation: return loaders.workLocations.load(keys).map { $0.map { $0.map(NodeRow.workLocation) } }
        case .employee: return loaders.employees.load(keys).map { $0.map { $0.map(NodeRow.employee) } }
        case .attendanceEvent: return loaders.events.load(keys).map { $0.map { $0.map(NodeRow.attendanceEvent) } }
        case .attendanceSession: return loaders.sessions.load(keys).map { $0.map { $0.map(NodeRow.attendanceSession) } }
        case .attendanceRecord: return loaders.records.load(keys).map { $0.map { $0.map(NodeRow.attendanceRecord) } }
        case .auditLog: return loaders.auditLogs.load(keys).map { $0.map { $0.map(NodeRow.auditLog) } }
        case .attendanceBreak, .deviceIdentity: return .ready(keys.map { _ in nil })
        case .adminGrant: return loaders.adminGrants.load(keys).map { $0.map { $0.map(NodeRow.adminGrant) } }
        case .role: return loaders.roles.load(keys).map { $0.map { $0.map(NodeRow.role) } }
        case .website: return loaders.websites.load(keys).map { $0.map { $0?.live.map(NodeRow.website) } }
        case .websiteGrant: return loaders.websiteGrants.load(keys).map { $0.map { $0.map(NodeRow.websiteGrant) } }
        case .device: return loaders.devices.load(keys).map { $0.map { $0.map(NodeRow.device) } }
        case .attendanceCorrection:
            return loaders.corrections.load(keys).map { $0.map { $0.map(NodeRow.attendanceCorrection) } }
        case .attendancePeriod: return loaders.periods.load(keys).map { $0.map { $0.map(NodeRow.attendancePeriod) } }
        case .file: return loaders.files.load(keys).map { $0.map { $0.map(NodeRow.file) } }
        case .shift: return loaders.shifts.load(keys).map { $0.map { $0?.live.map(NodeRow.shift) } }
        case .shiftAssignment:
            return loaders.shiftAssignments.load(keys).map { $0.map { $0.map(NodeRow.shiftAssignment) } }
        case .holidayCalendar:
            return loaders.holidayCalendars.load(keys).map { $0.map { $0.map(NodeRow.holidayCalendar) } }
        case .holiday: return .ready(keys.map { _ in nil })
        case .invitation: return loaders.invitations.load(keys).map { $0.map { $0.map(NodeRow.invitation) } }
        }
    }

    private static func organizations(_ keys: [UUID?], _ context: ResolverContext) throws -> Step<[NodeRow?]> {
        let own = try context.tenant().organizationID
        guard keys.contains(own) else { return .ready(keys.map { _ in nil }) }
        return try context.currentOrganization().map { organization in
            keys.map { $0 == own ? organization.map(NodeRow.organization) : nil }
        }
    }
}

extension Step {
    /// The values of all steps, in their order. What is deferred goes on together, after one dispatch.
    static func all(_ steps: [Step<Value>]) throws -> Step<[Value]> {
        var values: [Value] = []
        for case .ready(let value) in steps { values.append(value) }
        if values.count == steps.count { return .ready(values) }
        return .deferred {
            try all(
                steps.map { step in
                    if case .deferred(let resume) = step { try resume() } else { step }
                }
            )
        }
    }
}
