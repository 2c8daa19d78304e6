internal import Clibpq

/// The keywords and values that libpq connects with.
struct ConnectionParameters: Sendable {
    private var keywords: [String]
    private var values: [String]

    /// What the connection string says; on top of it what this client depends on.
    ///
    /// - Parameter settings: run-time parameters for the session, after those of the string's own `options`.
    init(connectionString: String, defaults: [(String, String)], settings: [(String, String)]) throws(DatabaseError) {
        let ownOptions = try Self.options(of: connectionString)
        let options = settings.map { "-c \($0.0)=\($0.1)" }.joined(separator: " ")
        // A later keyword wins, and `dbname` is expanded where it stands.
        let pairs =
            defaults + [("dbname", connectionString), ("client_encoding", "UTF8")]
            + [("options", [ownOptions, options].compactMap { $0 }.joined(separator: " "))]
        keywords = pairs.map(\.0)
        values = pairs.map(\.1)
    }

    /// For the server's pool.
    init(_ configuration: DatabaseConfiguration) throws(DatabaseError) {
        try self.init(
            connectionString: configuration.connectionString,
            defaults: Self.transport + [("application_name", configuration.applicationName)],
            settings: [
                ("TimeZone", "UTC"),
                ("statement_timeout", "\(configuration.statementTimeoutMilliseconds)"),
                ("idle_in_transaction_session_timeout", "\(configuration.idleInTransactionTimeoutMilliseconds)"),
                ("client_connection_check_interval", "1000"),
            ]
        )
    }

    /// Calls the body with what `PQconnectStartParams` takes: NULL-terminated arrays.
    func withPointers<Value>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Value
    ) -> Value {
        Self.withPointers(keywords) { keywords in
            Self.withPointers(values) { values in body(keywords, values) }
        }
    }

    /// A peer that stops answering is noticed within seconds.
    static let transport = [
        ("tcp_user_timeout", "3000"), ("keepalives", "1"), ("keepalives_idle", "5"), ("keepalives_interval", "2"),
        ("keepalives_count", "3"),
    ]

    private static func withPointers<Value>(
        _ strings: [String],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
    ) -> Value {
        let bytes = strings.flatMap { Array($0.utf8CString) }
        return bytes.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = []
            var offset = 0
            for string in strings {
                pointers.append(buffer.baseAddress! + offset)
                offset += string.utf8.count + 1
            }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
        }
    }

    /// The `options` keyword of a connection string; nil when it has none.
    private static func options(of connectionString: String) throws(DatabaseError) -> String? {
        var message: UnsafeMutablePointer<CChar>?
        guard let parsed = PQconninfoParse(connectionString, &message) else {
            defer { PQfreemem(message) }
            throw .invalidConfiguration(message.map { singleLine(String(cString: $0)) } ?? "out of memory")
        }
        defer { PQconninfoFree(parsed) }
        var option = parsed
        while let keyword = option.pointee.keyword {
            if String(cString: keyword) == "options" { return option.pointee.val.map { String(cString: $0) } }
            option += 1
        }
        return nil
    }
}

/// libpq's messages are for a terminal: of several lines, each ended by a line feed and some indented.
func singleLine(_ message: String) -> String {
    message.split(whereSeparator: \.isNewline)
        .map { line in line.drop(while: \.isWhitespace) }
        .joined(separator: " ")
}
