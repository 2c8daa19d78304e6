import Auth
import Crypto
import FoundationEssentials
import GraphQLEngine
import Postgres

/// A mutation that its caller may send again under the same key, as `@idempotent(key:)` asks for.
struct IdempotentRequest {
    static let directiveName = "idempotent"
    static let maximumKeyLength = 255
    static let lifetimeDays: Int64 = 1

    let key: String
    /// The root field.
    let operation: String
    /// SHA-256 of field, coerced arguments and selection.
    let fingerprint: [UInt8]

    /// Nil for a field without the directive.
    ///
    /// - Throws: `BAD_USER_INPUT` for keys that cannot be kept, and mutations that are not answered again.
    init?(_ mutation: RootMutation) throws(GraphQLError) {
        let applied = mutation.directives.filter { $0.name == Self.directiveName }
        guard let first = applied.first, case .string(let key)? = first.arguments[0] else { return nil }
        guard applied.allSatisfy({ $0.arguments == first.arguments }) else {
            throw PublicErrors.badInput("The field has several idempotency keys.")
        }
        guard (1...Self.maximumKeyLength).contains(key.unicodeScalars.count) else {
            throw PublicErrors.badInput("An idempotency key has 1 to \(Self.maximumKeyLength) characters.")
        }
        if let reason = NeverIdempotent.reason(mutation.name) {
            throw PublicErrors.badInput("\(mutation.name) takes no idempotency key: \(reason).")
        }
        self.key = key
        operation = mutation.name
        fingerprint = Array(SHA256.hash(data: mutation.canonicalRequest))
    }

    /// - Parameter actor: whose key it is; null for the device that has signed in.
    func lookUp(by actor: Parameter, at now: Parameter) -> BoundStatement<TenantScope> {
        Statements.lookUp(actor, .text(key), now)
    }

    /// Takes the key for the rest of the transaction; answers false when another transaction has it.
    func lock(by actor: Parameter) -> BoundStatement<TenantScope> {
        Statements.lock(actor, .text(key))
    }

    func keep(
        _ answer: FieldAnswer,
        by actor: Parameter,
        from now: Parameter,
        until expiry: Parameter
    )
        -> BoundStatement<TenantScope>
    {
        Statements.keep(
            actor,
            .text(key),
            .text(operation),
            .bytes(fingerprint),
            .text(answer.keptText),
            now,
            expiry
        )
    }

    /// The answer that a look-up found; nil when there is none.
    ///
    /// - Throws: `IDEMPOTENCY_KEY_MISMATCH`.
    func answer(in rows: ResultSet) throws -> FieldAnswer? {
        guard let row = rows.first else { return nil }
        guard row.bytes(0) == fingerprint else { throw PublicErrors.idempotencyKeyMismatch }
        return try FieldAnswer(json: row.string(1), errors: row.string(2))
    }

    private enum Statements {
        private static let actor = "coalesce($2::uuid, app.current_device_id())"

        static let lookUp = Statement<TenantScope>(
            "look an idempotency key up",
            """
            SELECT k.fingerprint, (k.response -> 'data')::text, (k.response -> 'errors')::text
            FROM idempotency_keys k
            WHERE k.organization_id = $1 AND k.actor_id = \(actor) AND k.key = $3 AND k.expires_at > $4
            """
        )

        static let lock = Statement<TenantScope>(
            "lock an idempotency key",
            "SELECT pg_try_advisory_xact_lock(hashtextextended($1::text || \(actor)::text || $3, 0))"
        )

        /// A row that is there already has expired: under the lock, the look-up did not find it.
        static let keep = Statement<TenantScope>(
            "keep an idempotency key",
            """
            INSERT INTO idempotency_keys (organization_id, actor_id, key, operation, fingerprint, response, created_at,
                                          expires_at)
            VALUES ($1, \(actor), $3, $4, $5, $6::json, $7, $8)
            ON CONFLICT (organization_id, actor_id, key) DO UPDATE
            SET operation = EXCLUDED.operation, fingerprint = EXCLUDED.fingerprint, response = EXCLUDED.response,
                created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at
            """
        )
    }
}
