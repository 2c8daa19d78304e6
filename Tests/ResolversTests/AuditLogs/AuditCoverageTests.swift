import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema
import Testing
import Time

/// Every mutation of the schema leaves a row in the audit log, in the transaction that changes what it changes.
@Suite struct AuditCoverageTests {
    private let schema: GraphQLEngine.Schema

    init() throws {
        schema = try GraphQLEngine.Schema.rollcall()
    }

    @Test func everyMutationHasACallOrAReason() throws {
        let mutation = try #require(schema.mutationType)
        let called = Set(AuditedCall.all.map(\.mutation))
        for field in schema[mutation].fields {
            let isException = AuditedCall.exceptions.keys.contains(field.name)
            #expect(
                called.contains(field.name) != isException,
                "\(field.name): add a valid call to AuditedCall.all, or the reason to AuditedCall.exceptions."
            )
        }
        let known = Set(schema[mutation].fields.map(\.name))
        #expect(called.union(AuditedCall.exceptions.keys).isSubset(of: known))
    }

    @Test func everyCallLeavesItsRow() async throws {
        try await TenantFixture.with { fixture in
            try Self.addNewcomer(fixture.owner())
            let scene = AuditScene()
            var now = Timestamp.now()
            for call in AuditedCall.all {
                now = now.adding(minutes: 5)
                let before = try AuditTrail.mark(fixture)
                let viewer = fixture[keyPath: call.caller].viewer
                let variables: JSONObject = ["input": .object(call.input(scene))]
                let data = try await fixture.data(call.document, variables, as: viewer, now: now)
                let payload = try #require(data[call.mutation])
                #expect(payload["userErrors"] == [], "\(call.mutation): \(payload.text)")
                scene.keep(payload, of: call)
                try check(try AuditTrail(since: before, fixture), of: call, by: viewer)
            }
        }
    }

    /// Who, what, from where; and nothing was changed in another transaction than the row's own.
    private func check(_ trail: AuditTrail, of call: AuditedCall, by viewer: Viewer) throws {
        #expect(!trail.rows.isEmpty, "\(call.mutation) leaves no row")
        for row in trail.rows {
            let text = row.text
            #expect(row["action"] == .string(call.mutation), "\(text)")
            #expect(row["organization_id"] == Self.json(viewer.claims.membership?.organizationID), "\(text)")
            #expect(row["actor_kind"] == "user", "\(text)")
            #expect(row["actor_user_id"] == Self.json(viewer.claims.userID), "\(text)")
            #expect(row["actor_member_id"] == Self.json(viewer.claims.membership?.memberID), "\(text)")
            #expect(row["session_id"] == Self.json(viewer.claims.sessionID), "\(text)")
            #expect(row["operation_name"] == "Audited" && row["ip"] == "192.0.2.7", "\(text)")
            #expect(row["user_agent"] == "tests" && row["request_id"]?.stringValue?.isEmpty == false, "\(text)")
            #expect(schema.type(named: row["entity_type"]?.stringValue ?? "")?.index != nil, "\(text)")
            #expect(row["entity_id"]?.stringValue != nil, "\(text)")
            #expect(row["old_values"] != .null || row["new_values"] != .null, "\(text)")
            #expect(row["old_values"] != row["new_values"], "\(text)")
            for values in [row["old_values"], row["new_values"]] { expectNoSecret(values ?? .null, call) }
        }
        #expect(trail.transactions.count == 1, "\(call.mutation) changes in several transactions: \(trail.changes)")
    }

    private static func json(_ id: UUID?) -> JSONValue {
        id.map { .string($0.uuidString.lowercased()) } ?? .null
    }

    private func expectNoSecret(_ values: JSONValue, _ call: AuditedCall) {
        guard case .object(let members) = values else { return }
        for member in members {
            let name = member.key.lowercased()
            let isSecret = ["password", "token", "secret", "hash"].contains { name.contains($0) }
            #expect(!isSecret, "\(call.mutation) logs \(member.key)")
            expectNoSecret(member.value, call)
        }
    }

    /// Somebody with a confirmed address and no organization.
    private static func addNewcomer(_ owner: OwnerConnection) throws {
        let userID = Parameter.uuid(UUID())
        _ = try owner.query("INSERT INTO users (id) VALUES ($1)", [userID])
        _ = try owner.query("INSERT INTO user_profile (user_id, display_name) VALUES ($1, 'New')", [userID])
        _ = try owner.query(
            """
            INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at)
            VALUES ($1, 'email', $2, true, now())
            """,
            [userID, .text(AuditScene.newcomersAddress)]
        )
    }
}

/// What a call left in the tables of all organizations.
private struct AuditTrail {
    /// The new rows of the audit log, as JSON under the columns' names.
    let rows: [JSONValue]
    /// The transactions that wrote rows that are there now, by table.
    let changes: [String: Set<Int64>]

    var transactions: Set<Int64> { changes.values.reduce(into: []) { $0.formUnion($1) } }

    /// A number below those of all transactions to come.
    static func mark(_ fixture: TenantFixture) throws -> Int64 {
        try fixture.owner().query("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::int8")[0].int64(0)
    }

    init(since mark: Int64, _ fixture: TenantFixture) throws {
        let connection = try fixture.owner()
        rows = try connection.query(
            "SELECT to_jsonb(a)::text FROM audit_logs a WHERE a.xmin::text::int8 >= $1 ORDER BY a.id",
            [.int64(mark)]
        ).map { try JSONReader().read(Array($0.string(0).utf8)) }
        let tables = try connection.query(
            """
            SELECT c.oid::regclass::text FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation')
            """
        ).map { $0.string(0) }
        var changes: [String: Set<Int64>] = [:]
        for table in tables {
            let writers = "SELECT DISTINCT t.xmin::text::int8 FROM \(table) t WHERE t.xmin::text::int8 >= $1"
            let found = try connection.query(writers, [.int64(mark)]).map { $0.int64(0) }
            if !found.isEmpty { changes[table] = Set(found) }
        }
        self.changes = changes
    }
}
