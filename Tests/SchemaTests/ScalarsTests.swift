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
        ("URL", "HTTP://[2001:db8::1]/"), ("LocalTime", "08:30"), ("LocalTime", "23:59:59"),
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
            ("LocalTime", .string("24:00")), ("LocalTime", .string("8:30")), ("LocalTime", .int(8)),
            ("BigInt", .string("9223372036854775808")), ("BigInt", .string("1.5")), ("BigInt", .string("")),
            ("BigInt", .float(1)),
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

    @Test(
        arguments: [
            (InputValue.int(7), 7), (.string("-7"), -7), (.string("9223372036854775807"), .max),
        ] as [(InputValue, Int64)]
    )
    func bigIntegersAreNumbersOrDigits(_ value: InputValue, _ number: Int64) throws {
        let coercion = try #require(RollcallScalars.coercions["BigInt"])
        #expect(try Int64.decoded(from: coercion.parse(value)) == number)
    }

    @Test(
        arguments: [
            (9_007_199_254_740_992, "9007199254740992"), (9_007_199_254_740_993, #""9007199254740993""#),
            (.min, #""-9223372036854775808""#),
        ] as [(Int64, String)]
    )
    func bigIntegersKeepTheirDigits(_ number: Int64, _ json: String) {
        var writer = JSONWriter()
        number.writeLeaf(to: &writer)
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == json)
    }

    @Test func outputs() {
        var writer = JSONWriter()
        LocalTime(iso: "08:30")?.writeLeaf(to: &writer)
        Timestamp(rfc3339: "2026-01-31T08:30:00Z")?.writeLeaf(to: &writer)
        CalendarDate(iso: "2026-01-31")?.writeLeaf(to: &writer)
        AttendanceStatus.halfDay.writeLeaf(to: &writer)
        #expect(
            String(decoding: writer.takeBytes(), as: UTF8.self)
                == #""08:30""2026-01-31T08:30:00Z""2026-01-31""HALF_DAY""#
        )
    }

    @Test func enumsHaveTheNamesOfTheSchema() throws {
        let schema = try Schema.rollcall()
        let type = schema[try #require(schema.type(named: "UserErrorCode"))]
        #expect(UserErrorCode.allCases.map(\.rawValue) == type.enumValues.map(\.name))
        #expect(PermissionScope.represents(schema[try #require(schema.type(named: "PermissionScope"))]))
        #expect(!PermissionScope.represents(type))
    }
}
