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
}
