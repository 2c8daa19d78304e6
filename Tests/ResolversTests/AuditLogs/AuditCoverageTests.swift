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
        let records = TestTextRecords()
        try await TenantFixture.with(textRecords: records) { fixture in
            let scene = try await AuditScene(fixture, records)
            var now = Timestamp.now()
            for call in AuditedCall.all {
                now = now.adding(minutes: 5)
                let before = try AuditTrail.mark(fixture)
                let principal = try scene.principal(call.caller)
                let variables: JSONObject = ["input": .object(try await call.input(scene))]
                let data = try await fixture.data(call.document, variables, principal: principal, now: now)
                let payload = try #require(data[call.mutation])
                #expect(payload["userErrors"] == [], "\(call.mutation): \(payload.text)")
                scene.keep(payload, of: call)
                let trail = try AuditTrail(since: before, fixture)
                #expect(
                    trail.transactions.count == 1,
                    "\(call.mutation) changes in several transactions: \(trail.changes)"
                )
                switch call.caller {
                case .person, .nobody: checkRows(of: call, trail, principal?.viewer)
                case .platformAdmin: checkPlatformRows(of: call, trail, principal?.viewer)
                case .device: checkDeviceRows(of: call, trail)
                }
            }
        }
    }

    /// Who, what and from where.
    private func checkRows(of call: AuditedCall, _ trail: AuditTrail, _ viewer: Viewer?) {
        #expect(!trail.rows.isEmpty, "\(call.mutation) leaves no row")
        for row in trail.rows {
            let text = row.text
            checkRequest(row, of: call, viewer)
            if !call.isFounding && !call.isByLink {
                #expect(row["organization_id"] == Self.json(viewer?.claims.membership?.organizationID), "\(text)")
                #expect(row["actor_member_id"] == Self.json(viewer?.claims.membership?.memberID), "\(text)")
            }
            #expect(row["actor_kind"] == "user", "\(text)")
            if let viewer { #expect(row["session_id"] == Self.json(viewer.claims.sessionID), "\(text)") }
            #expect(row["operation_name"] == "Audited", "\(text)")
            #expect(schema.type(named: row["entity_type"]?.stringValue ?? "") != nil, "\(text)")
            #expect(row["entity_id"]?.stringValue != nil, "\(text)")
            #expect(row["old_values"] != row["new_values"], "\(text)")
            for values in [row["old_values"], row["new_values"]] { expectNoSecret(values ?? .null, call) }
        }
    }

    /// The same of a device, which is no person.
    private func checkDeviceRows(of call: AuditedCall, _ trail: AuditTrail) {
        #expect(!trail.rows.isEmpty, "\(call.mutation) leaves no row")
        for row in trail.rows {
            let text = row.text
            #expect(row["actor_kind"] == "device" && row["action"] == .string(call.mutation), "\(text)")
            #expect(row["actor_device_id"]?.stringValue != nil && row["entity_id"]?.stringValue != nil, "\(text)")
            #expect(row["actor_user_id"] == .null && row["session_id"] == .null, "\(text)")
            #expect(row["ip"] == "192.0.2.7" && row["operation_name"] == "Audited", "\(text)")
            expectNoSecret(row["new_values"] ?? .null, call)
        }
    }

    /// The same in the platform's log. The organization's own says no more than who and why.
    private func checkPlatformRows(of call: AuditedCall, _ trail: AuditTrail, _ viewer: Viewer?) {
        #expect(trail.platformRows.count == 1, "\(call.mutation) leaves no row in the platform's log")
        for row in trail.platformRows {
            checkRequest(row, of: call, viewer)
            #expect(row["reason"]?.stringValue?.isEmpty == false, "\(row.text)")
            expectNoSecret(row["subject"] ?? .null, call)
        }
        for row in trail.rows {
            #expect(row["actor_kind"] == "platform_admin" && row["action"] == .string(call.mutation), "\(row.text)")
        }
    }

    private func checkRequest(_ row: JSONValue, of call: AuditedCall, _ viewer: Viewer?) {
        let text = row.text
        #expect(row["action"] == .string(call.mutation), "\(text)")
        if let viewer {
            #expect(row["actor_user_id"] == Self.json(viewer.claims.userID), "\(text)")
        } else {
            #expect((row["actor_user_id"]?.stringValue == nil) == call.isByLink, "\(text)")
        }
        #expect(row["ip"] == "192.0.2.7" && row["user_agent"] == "tests", "\(text)")
        #expect(row["request_id"]?.stringValue?.isEmpty == false, "\(text)")
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
}

/// What a call left in the tables of all organizations.
private struct AuditTrail {
    /// The new rows of the audit log, as JSON under the columns' names.
    let rows: [JSONValue]
    /// The same of the platform's log.
    let platformRows: [JSONValue]
    /// The transactions that wrote rows that are there now, by table.
    let changes: [String: Set<Int64>]

    var transactions: Set<Int64> { changes.values.reduce(into: []) { $0.formUnion($1) } }

    /// A number below those of all transactions to come.
    static func mark(_ fixture: TenantFixture) throws -> Int64 {
        try fixture.owner().query("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::int8")[0].int64(0)
    }

    init(since mark: Int64, _ fixture: TenantFixture) throws {
        let connection = try fixture.owner()
        rows = try Self.rows(of: "audit_logs", since: mark, connection)
        platformRows = try Self.rows(of: "platform_audit_logs", since: mark, connection)
        let tables = try connection.query(
            """
            SELECT c.oid::regclass::text FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND (c.relname = 'platform_audit_logs'
                OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation'))
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

    private static func rows(of table: String, since mark: Int64, _ connection: OwnerConnection) throws -> [JSONValue] {
        let rows = "SELECT to_jsonb(a)::text FROM \(table) a WHERE a.xmin::text::int8 >= $1 ORDER BY a.id"
        return try connection.query(rows, [.int64(mark)]).map { try JSONReader().read(Array($0.string(0).utf8)) }
    }
}
