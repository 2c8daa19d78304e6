internal import Clibpq

/// The rows that one statement gave, in libpq's own memory and in binary form.
///
/// `@unchecked Sendable` holds because a `PGresult` is never changed after it was received.
public final class ResultSet: @unchecked Sendable, RandomAccessCollection {
    let result: OpaquePointer
    let textTypes: TextTypes
    /// The statement's name, for messages.
    let name: String
    public let count: Int

    /// Takes over the result and frees it in the end.
    init(_ result: OpaquePointer, name: String, textTypes: TextTypes) {
        self.result = result
        self.name = name
        self.textTypes = textTypes
        count = Int(PQntuples(result))
    }

    deinit {
        PQclear(result)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(row: Int) -> Row {
        precondition(row >= 0 && row < count, "row \(row) of \(count) in the result of \"\(name)\"")
        return Row(resultSet: self, index: CInt(truncatingIfNeeded: row))
    }

    public var columnCount: Int { Int(PQnfields(result)) }

    /// Rows inserted, updated, deleted, selected or fetched; 0 for other commands.
    public var affectedRows: Int {
        Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    /// PostgreSQL's command tag, such as `INSERT 0 1` or `COMMIT`.
    var commandTag: String {
        String(cString: PQcmdStatus(result))
    }
}
