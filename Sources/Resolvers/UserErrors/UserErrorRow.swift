import FoundationEssentials
import GraphQLEngine
import Schema
import Time

/// Something that the caller can put right: the members of the interface `UserError`.
struct GenericErrorRow: ObjectRow {
    static let typeName = "GenericError"

    let code: UserErrorCode
    let message: String
    let path: [String]?
}

struct StaleVersionErrorRow: ObjectRow {
    static let typeName = "StaleVersionError"

    let error: GenericErrorRow
    let currentVersion: Int32
}

struct RateLimitErrorRow: ObjectRow {
    static let typeName = "RateLimitError"

    let error: GenericErrorRow
    let retryAfterSeconds: Int32
}

struct AlreadyClockedInErrorRow: ObjectRow {
    static let typeName = "AlreadyClockedInError"

    let error: GenericErrorRow
    let openSession: AttendanceSessionRow
}

/// Refuses a session that takes time of others.
struct SessionOverlapErrorRow: ObjectRow {
    static let typeName = "SessionOverlapError"

    let error: GenericErrorRow
    let sessionIDs: [UUID]
}

/// Refuses what would leave an organization without an owner.
struct LastOwnerErrorRow: ObjectRow {
    static let typeName = "LastOwnerError"

    let error: GenericErrorRow
    /// Whether the organization is the viewer's, whose members they may see.
    let isOwnOrganization: Bool
}

/// Refuses a state that the object cannot get from the one that it has.
struct TransitionErrorRow: ObjectRow {
    static let typeName = "TransitionError"

    let error: GenericErrorRow
    let from: String
    let to: String
    let allowed: [String]
}

/// Refuses a local time that is no instant.
struct LocalTimeErrorRow: ObjectRow {
    static let typeName = "LocalTimeError"

    let error: GenericErrorRow
    /// The instants at which the clocks show it.
    let candidates: [Timestamp]
}

/// A user error of whichever type.
enum UserErrorRow: AbstractRow {
    case generic(GenericErrorRow)
    case staleVersion(StaleVersionErrorRow)
    case rateLimit(RateLimitErrorRow)
    case alreadyClockedIn(AlreadyClockedInErrorRow)
    case sessionOverlap(SessionOverlapErrorRow)
    case lastOwner(LastOwnerErrorRow)
    case transition(TransitionErrorRow)
    case geofence(GeofenceErrorRow)
    case periodLocked(PeriodLockedErrorRow)
    case localTime(LocalTimeErrorRow)

    static let possibleTypeNames = [
        "GenericError", "StaleVersionError", "RateLimitError", "AlreadyClockedInError",
        "SessionOverlapError", "LastOwnerError", "TransitionError", "GeofenceError", "PeriodLockedError",
        "LocalTimeError",
    ]

    init(_ code: UserErrorCode, _ message: String, path: [String]? = nil) {
        self = .generic(GenericErrorRow(code: code, message: message, path: path))
    }

    func store(in children: inout Children, at entry: Int) {
        switch self {
        case .generic(let row): row.store(in: &children, at: entry)
        case .staleVersion(let row): row.store(in: &children, at: entry)
        case .rateLimit(let row): row.store(in: &children, at: entry)
        case .alreadyClockedIn(let row): row.store(in: &children, at: entry)
        case .sessionOverlap(let row): row.store(in: &children, at: entry)
        case .lastOwner(let row): row.store(in: &children, at: entry)
        case .transition(let row): row.store(in: &children, at: entry)
        case .geofence(let row): row.store(in: &children, at: entry)
        case .periodLocked(let row): row.store(in: &children, at: entry)
        case .localTime(let row): row.store(in: &children, at: entry)
        }
    }
}

extension Bindings<ResolverContext> {
    mutating func bindUserErrors() {
        object(GenericErrorRow.self) { type in
            type.bindUserError { $0 }
        }
        object(StaleVersionErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.value("currentVersion") { $0.currentVersion }
        }
        object(RateLimitErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.value("retryAfterSeconds") { $0.retryAfterSeconds }
        }
        object(AlreadyClockedInErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.child("openSession") { $0.openSession }
        }
        object(SessionOverlapErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.objects("conflictingSessions") { rows, context in context.sessions(of: rows) }
        }
        object(LastOwnerErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.objects("candidates") { rows, context in
                try OwnershipCandidates.of(rows.map(\.isOwnOrganization), context)
            }
        }
        object(PeriodLockedErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.objects("period") { rows, context in
                context.loaders.periods.load(rows.map(\.periodID)).orForbidden()
            }
        }
        object(GeofenceErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.value("distanceMeters") { $0.distanceMeters }
            type.value("allowedRadiusMeters") { $0.allowedRadiusMeters }
            type.objects("location") { rows, context in
                context.loaders.workLocations.load(rows.map(\.locationID)).orForbidden()
            }
        }
        object(LocalTimeErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.value("candidates") { $0.candidates }
        }
        object(TransitionErrorRow.self) { type in
            type.bindUserError { $0.error }
            type.value("from") { $0.from }
            type.value("to") { $0.to }
            type.value("allowed") { $0.allowed }
        }
    }
}

extension ObjectBinding where Context == ResolverContext {
    fileprivate mutating func bindUserError(_ error: @escaping @Sendable (Row) -> GenericErrorRow) {
        value("code") { error($0).code }
        value("message") { error($0).message }
        value("path") { error($0).path }
    }
}
