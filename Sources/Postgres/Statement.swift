/// A statement that can only run in one kind of scope.
///
/// In a scope with an organization the client passes its id as `$1`, and the caller's own parameters begin at `$2`:
/// a statement for it that never mentions `$1` stops the program where it is written.
public struct Statement<S: Scope>: Sendable {
    /// What observers and messages call it.
    public let name: String
    public var sql: String { text.sql }
    let text: StatementText

    public init(_ name: StaticString, _ sql: String) {
        self.name = name.description
        text = StatementText(sql)
        precondition(
            !S.organizationIsFirstParameter || text.mentionsFirstParameter,
            "the tenant statement \"\(name)\" does not mention $1, the organization"
        )
    }

    public func bind(_ parameters: [Parameter]) -> BoundStatement<S> {
        BoundStatement(statement: self, parameters: parameters)
    }

    public func callAsFunction(_ parameters: Parameter...) -> BoundStatement<S> {
        BoundStatement(statement: self, parameters: parameters)
    }
}

/// A statement and the caller's parameters for it.
public struct BoundStatement<S: Scope>: Sendable {
    public let statement: Statement<S>
    public let parameters: [Parameter]

    func encoded(in scope: S) throws(DatabaseError) -> EncodedStatement {
        let organizationID = S.organizationIsFirstParameter ? scope.settings?.organizationID : nil
        return EncodedStatement(
            name: statement.name,
            text: statement.text,
            parameters: try EncodedParameters(leading: organizationID.map { .uuid($0) }, parameters)
        )
    }
}

/// SQL with its hash, which is computed once, as the look-up of a prepared statement needs it at each execution.
struct StatementText: Hashable, Sendable {
    let sql: String
    private let hash: Int

    init(_ sql: String) {
        self.sql = sql
        hash = sql.hashValue
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }

    var mentionsFirstParameter: Bool {
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in sql.utf8 {
            if previous == (UInt8(ascii: "$"), UInt8(ascii: "1")), !(48...57).contains(byte) { return true }
            previous = (previous.1, byte)
        }
        return previous == (UInt8(ascii: "$"), UInt8(ascii: "1"))
    }
}

/// A statement ready to be sent.
struct EncodedStatement: Sendable {
    let name: String
    let text: StatementText
    let parameters: EncodedParameters

    var key: PreparedStatementCache.Key {
        PreparedStatementCache.Key(text: text, types: parameters.types)
    }

    /// BEGIN, COMMIT and the like.
    init(command: String) {
        self.init(name: command, text: StatementText(command), parameters: .none)
    }

    init(name: String, text: StatementText, parameters: EncodedParameters) {
        self.name = name
        self.text = text
        self.parameters = parameters
    }
}
