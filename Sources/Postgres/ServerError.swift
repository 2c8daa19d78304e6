internal import Clibpq

/// An error report of PostgreSQL (manual, "Error and Notice Message Fields").
public struct ServerError: Error, Sendable, Equatable {
    /// Five characters (manual, appendix A).
    public var sqlState: String
    public var message: String
    public var detail: String?
    public var hint: String?
    public var schema: String?
    public var table: String?
    public var column: String?
    public var constraint: String?
    /// FATAL or PANIC: the server ends the session with this report.
    public var endsSession: Bool

    public init(
        sqlState: String,
        message: String,
        detail: String? = nil,
        hint: String? = nil,
        schema: String? = nil,
        table: String? = nil,
        column: String? = nil,
        constraint: String? = nil,
        endsSession: Bool = false
    ) {
        self.sqlState = sqlState
        self.message = message
        self.detail = detail
        self.hint = hint
        self.schema = schema
        self.table = table
        self.column = column
        self.constraint = constraint
        self.endsSession = endsSession
    }

    /// The SQLSTATEs that callers tell apart.
    public enum Code: Sendable, Hashable {
        case notNullViolation, foreignKeyViolation, uniqueViolation, checkViolation, exclusionViolation
        case serializationFailure, deadlockDetected, lockNotAvailable, queryCanceled
        case insufficientPrivilege, readOnlyTransaction, abortedTransaction
        case invalidTextRepresentation, numericValueOutOfRange, datetimeFieldOverflow, stringDataRightTruncation
        case undefinedPreparedStatement
        /// Classes 53 and 58: disk full, out of memory, too many connections, input/output error.
        case insufficientResources
        /// Class 57P: the server is stopping, starting or ended the session.
        case operatorIntervention
        /// RAISE EXCEPTION without a code of its own.
        case raisedException
        case other
    }

    public var code: Code {
        Self.codes[sqlState] ?? Self.codeOfClass(sqlState)
    }

    private static let codes: [String: Code] = [
        "23502": .notNullViolation, "23503": .foreignKeyViolation, "23505": .uniqueViolation,
        "23514": .checkViolation, "23P01": .exclusionViolation, "40001": .serializationFailure,
        "40P01": .deadlockDetected, "55P03": .lockNotAvailable, "57014": .queryCanceled,
        "42501": .insufficientPrivilege, "25006": .readOnlyTransaction, "25P02": .abortedTransaction,
        "22P02": .invalidTextRepresentation, "22003": .numericValueOutOfRange, "22007": .datetimeFieldOverflow,
        "22008": .datetimeFieldOverflow,
        "22001": .stringDataRightTruncation, "26000": .undefinedPreparedStatement, "P0001": .raisedException,
    ]

    private static func codeOfClass(_ sqlState: String) -> Code {
        if sqlState.hasPrefix("53") || sqlState.hasPrefix("58") { return .insufficientResources }
        return sqlState.hasPrefix("57P") ? .operatorIntervention : .other
    }
}

extension ServerError {
    /// Reads the report out of a result whose status is PGRES_FATAL_ERROR.
    init(result: OpaquePointer) {
        func field(_ code: UInt8) -> String? {
            PQresultErrorField(result, CInt(code)).map { String(cString: $0) }
        }
        let severity = field(UInt8(ascii: "V"))
        sqlState = field(UInt8(ascii: "C")) ?? ""
        message = field(UInt8(ascii: "M")) ?? String(cString: PQresultErrorMessage(result))
        detail = field(UInt8(ascii: "D"))
        hint = field(UInt8(ascii: "H"))
        schema = field(UInt8(ascii: "s"))
        table = field(UInt8(ascii: "t"))
        column = field(UInt8(ascii: "c"))
        constraint = field(UInt8(ascii: "n"))
        // A report without a severity is libpq's own: the connection broke.
        endsSession = severity == nil || severity == "FATAL" || severity == "PANIC"
    }
}
