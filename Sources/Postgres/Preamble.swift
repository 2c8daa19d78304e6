public import FoundationEssentials

/// The database roles that the server may become.
public enum DatabaseRole: String, Sendable, CaseIterable {
    case user = "app_user"
    case auth = "app_auth"
    case platform = "app_platform"
}

/// What the preamble of a unit of work sets.
public struct ScopeSettings: Sendable, Hashable {
    public var role: DatabaseRole
    public var organizationID: UUID?
    public var userID: UUID?

    public init(role: DatabaseRole, organizationID: UUID? = nil, userID: UUID? = nil) {
        self.role = role
        self.organizationID = organizationID
        self.userID = userID
    }
}

/// The one place that sets role and tenant. All three are always set, and last until the end of the transaction that
/// the Sync makes; `SET LOCAL` would take no parameters and warn inside a pipeline.
enum Preamble {
    private static let sql = """
        SELECT set_config('role', $1, true), \
        set_config('app.organization_id', coalesce($2::uuid::text, ''), true), \
        set_config('app.user_id', coalesce($3::uuid::text, ''), true)
        """
    private static let readWrite = StatementText(sql)
    private static let readOnly = StatementText(sql + ", set_config('transaction_read_only', 'on', true)")

    /// A read may be sent twice, so PostgreSQL is told to refuse whatever would write.
    static func encoded(_ settings: ScopeSettings, isReadOnly: Bool) throws(DatabaseError) -> EncodedStatement {
        let text = isReadOnly ? readOnly : readWrite
        let parameters: [Parameter] = [
            .text(settings.role.rawValue), .optional(settings.organizationID), .optional(settings.userID),
        ]
        return EncodedStatement(name: "preamble", text: text, parameters: try EncodedParameters(parameters))
    }
}

/// One statement that raises an error when the viewer is stale, which aborts the Sync it opens.
public struct ViewerCheck: Sendable {
    let text: StatementText
    let parameters: [Parameter]

    /// The statement runs as the scope's role; its own parameters begin at `$1` in every scope.
    public init(sql: String, parameters: [Parameter]) {
        text = StatementText(sql)
        self.parameters = parameters
    }

    func encoded() throws(DatabaseError) -> EncodedStatement {
        EncodedStatement(name: "viewer check", text: text, parameters: try EncodedParameters(parameters))
    }
}
