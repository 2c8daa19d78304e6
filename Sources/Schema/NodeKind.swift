/// The kinds of objects that have global IDs. The numbers are part of issued IDs: never change or reuse one.
public enum NodeKind: UInt8, Sendable, CaseIterable {
    case user = 1
    case session = 2
    case organization = 3
    case member = 4
    case department = 5
    case employee = 6
    case attendanceEvent = 7
    case attendanceSession = 8
    case attendanceRecord = 9
    case attendanceBreak = 10
    case adminGrant = 50
    case role = 51
    case invitation = 60
    case website = 61
    case websiteGrant = 62
    case auditLog = 70
    case attendancePeriod = 96
    case attendanceCorrection = 97
    case workLocation = 98
    case device = 92
    case deviceIdentity = 93
    case file = 86
    case holidayCalendar = 80
    case holiday = 81
    case shift = 90
    case shiftAssignment = 91
}

extension NodeKind {
    /// The kind whose objects have the GraphQL type of this name; nil where there is none.
    public init?(typeName: String) {
        guard let kind = Self.byTypeName[typeName] else { return nil }
        self = kind
    }

    /// The name of the objects' GraphQL type.
    public var typeName: String {
        let name = String(describing: self)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private static let byTypeName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.typeName, $0) })
}
