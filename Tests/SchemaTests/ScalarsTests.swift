import GraphQLEngine
import JSON
import Schema
import Testing
import Time

@Suite struct ScalarsTests {
    @Test(arguments: [
        ("DateTime", "2026-01-31T08:30:00Z"), ("DateTime", "2026-01-31T08:30:00.5+02:00"), ("Date", "2024-02-29"),
        ("TimeZone", "America/Argentina/Buenos_Aires"), ("TimeZone", "Etc/GMT+5"),
        ("UUID", "0190a9f1-0000-7000-8000-000000000001"), ("URL", "https://www.example.com:8443/a?b=c#d"),
        ("URL", "HTTP://[2001:db8::1]/"),
    ])
    func accepts(_ scalar: String, _ text: String) throws {
        let coercion = try #require(RollcallScalars.coercions[scalar])
        #expect(try coercion.parse(.string(text)) == .string(text))
    }

    @Test(
        arguments: [
            ("DateTime", .string("2026-01-31T08:30:00")), ("DateTime", .string("2026-02-30T08:30:00Z")),
            ("DateTime", .int(1)), ("Date", .string("2026-02-29")), ("Date", .string("2026-2-1")),
            ("TimeZone", .string("")), ("TimeZone", .string("Europe/Berlin'; --")), ("TimeZone", .boolean(true)),
            ("UUID", .string("0190a9f1")), ("UUID", .float(1)),
            ("URL", .string("www.example.com")), ("URL", .string("ftp://example.com")), ("URL", .string("https:///a")),
            ("URL", .string("https://a b")), ("URL", .string("javascript:alert(1)")), ("URL", .int(1)),
        ] as [(String, InputValue)]
    )
    func refuses(_ scalar: String, _ value: InputValue) throws {
        let coercion = try #require(RollcallScalars.coercions[scalar])
        do {
            _ = try coercion.parse(value)
            Issue.record("\(value) was taken")
        } catch {
            #expect(error.message.hasPrefix(scalar))
        }
    }

    @Test func everyCustomScalarButJSONIsChecked() throws {
        let names = try Schema.rollcall().types.filter { $0.kind == .scalar && !$0.isBuiltIn }.map(\.name)
        #expect(Set(names) == Set(RollcallScalars.coercions.keys).union(["JSON"]))
    }

    @Test func outputs() {
        var writer = JSONWriter()
        Timestamp(rfc3339: "2026-01-31T08:30:00Z")?.writeLeaf(to: &writer)
        CalendarDate(iso: "2026-01-31")?.writeLeaf(to: &writer)
        AttendanceStatus.halfDay.writeLeaf(to: &writer)
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == #""2026-01-31T08:30:00Z""2026-01-31""HALF_DAY""#)
    }

    @Test func enumsHaveTheNamesOfTheSchema() throws {
        let schema = try Schema.rollcall()
        let type = schema[try #require(schema.type(named: "UserErrorCode"))]
        #expect(UserErrorCode.allCases.map(\.rawValue) == type.enumValues.map(\.name))
        #expect(PermissionScope.represents(schema[try #require(schema.type(named: "PermissionScope"))]))
        #expect(!PermissionScope.represents(type))
    }
}
