internal import Clibpq

/// A plain connection for migrations and seeding, which blocks the calling thread. Not for use by several threads.
public final class OwnerConnection {
    private let session: OpaquePointer
    private var textTypes = TextTypes()

    /// Connects to a URI or a `keyword=value` string.
    public init(_ connectionString: String) throws(DatabaseError) {
        let parameters = try ConnectionParameters(
            connectionString: connectionString,
            defaults: ConnectionParameters.transport + [("application_name", "rollcall-owner")],
            settings: [("TimeZone", "UTC")]
        )
        guard let session = parameters.withPointers({ PQconnectdbParams($0, $1, 1) }) else {
            throw .unavailable("out of memory")
        }
        self.session = session
        guard PQstatus(session) == CONNECTION_OK else { throw .unavailable(failureMessage) }
        PQsetNoticeReceiver(session, { _, _ in }, nil)
    }

    deinit {
        PQfinish(session)
    }

    /// Runs a text of any number of statements; without BEGIN in it they are one transaction.
    public func execute(_ sql: String) throws(DatabaseError) {
        let result = try check(PQexec(session, sql))
        PQclear(result)
    }

    /// Runs one statement with parameters.
    public func query(_ sql: String, _ parameters: [Parameter] = []) throws(DatabaseError) -> ResultSet {
        // Enums may have been created since the last query.
        textTypes = TextTypes(try rows(TextTypes.sql, .none))
        return try rows(sql, EncodedParameters(parameters))
    }

    /// Sends chunks to a `COPY … FROM STDIN` until there are none, and answers the count of rows copied.
    ///
    /// A chunk may end anywhere. When the producer throws, nothing is copied and its error is thrown.
    @discardableResult
    public func copyIn(_ sql: String, producing nextChunk: () throws -> [UInt8]?) throws -> Int {
        let start = try check(PQexec(session, sql), PGRES_COPY_IN)
        PQclear(start)
        do {
            while let chunk = try nextChunk() { try send(chunk) }
        } catch {
            PQputCopyEnd(session, "the producer of the data failed")
            _ = try? finishCopy()
            throw error
        }
        guard PQputCopyEnd(session, nil) == 1 else { throw DatabaseError.unavailable(failureMessage) }
        return try finishCopy()
    }

    private func send(_ chunk: [UInt8]) throws(DatabaseError) {
        let state = chunk.withUnsafeBytes { bytes in
            PQputCopyData(session, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count))
        }
        guard state == 1 else { throw .unavailable(failureMessage) }
    }

    private func finishCopy() throws(DatabaseError) -> Int {
        let answer = PQgetResult(session)
        while let surplus = PQgetResult(session) { PQclear(surplus) }
        let result = try check(answer)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    private func rows(_ sql: String, _ parameters: EncodedParameters) throws(DatabaseError) -> ResultSet {
        let count = CInt(parameters.types.count)
        let result = parameters.withPointers { values, lengths, formats in
            PQexecParams(session, sql, count, parameters.types, values, lengths, formats, 1)
        }
        return ResultSet(try check(result), name: "query", textTypes: textTypes)
    }

    /// Hands on a result of success, or one of the given status, and throws for any other.
    private func check(
        _ result: OpaquePointer?,
        _ expected: ExecStatusType? = nil
    ) throws(DatabaseError) -> OpaquePointer {
        guard let result else { throw .unavailable(failureMessage) }
        let status = PQresultStatus(result)
        let isSuccess = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY
        if let expected { if status == expected { return result } } else if isSuccess { return result }
        defer { PQclear(result) }
        guard status == PGRES_FATAL_ERROR else { throw .unexpectedAnswer(String(cString: PQresStatus(status))) }
        let error = ServerError(result: result)
        throw error.sqlState.isEmpty ? .unavailable(singleLine(error.message)) : .server(error)
    }

    private var failureMessage: String { singleLine(String(cString: PQerrorMessage(session))) }
}
