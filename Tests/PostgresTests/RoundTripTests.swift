import FoundationEssentials
import Postgres
import Testing
import Time

extension DatabaseTests {
    @Suite struct RoundTripTests {
        let test: TestDatabase

        init() throws { test = try TestDatabase() }

        @Test func scalars() async throws {
            let id = UUID()
            let instant = Timestamp(rfc3339: "2026-11-21T10:23:16.123456Z")!
            try await test.with { (database) async throws in
                let row = try await database.query(
                    """
                    SELECT $1, $2, $3, $4, $5, $6::text, $7, $8, $9, $10, $1::text, $2::text, $3::text, $4::text, $5::text,
                           $7::text, $8::text, $9::text, $10::text
                    """,
                    .bool(true),
                    .int16(-2),
                    .int32(-300_000),
                    .int64(.min),
                    .double(1.5),
                    .text("häß'\"\\ 🙂"),
                    .uuid(id),
                    .timestamp(instant),
                    .date(CalendarDate(iso: "1999-12-31")!),
                    .bytes([0, 255, 7])
                )[0]
                #expect(row.bool(0))
                #expect(row.int16(1) == -2)
                #expect(row.int32(2) == -300_000)
                #expect(row.int64(3) == .min)
                #expect(row.double(4) == 1.5)
                #expect(row.string(5) == "häß'\"\\ 🙂")
                #expect(Array(row.utf8(5)) == Array("häß'\"\\ 🙂".utf8))
                #expect(row.uuid(6) == id)
                #expect(row.timestamp(7) == instant)
                #expect(row.date(8).description == "1999-12-31")
                #expect(row.bytes(9) == [0, 255, 7])
                #expect(row.int(1) == -2 && row.int(2) == -300_000 && row.int(3) == .min)
                let texts = (10..<19).map { row.string($0) }
                #expect(
                    texts == [
                        "true", "-2", "-300000", "-9223372036854775808", "1.5", id.uuidString.lowercased(),
                        "2026-11-21 10:23:16.123456+00", "1999-12-31", "\\x00ff07",
                    ]
                )
            }
        }

        @Test func arrays() async throws {
            let ids = [UUID(), UUID()]
            let instant = Timestamp(microseconds: -1)
            let date = CalendarDate(days: -1)
            try await test.with { (database) async throws in
                let row = try await database.query(
                    "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $2::text, $9, array_length($9, 1)",
                    .uuids([ids[0], nil, ids[1]]),
                    .texts(["a\"b,{}", nil, "", "NULL"]),
                    .int32s([1, nil, -1]),
                    .int64s([.max, nil]),
                    .bools([true, nil, false]),
                    .timestamps([instant, nil]),
                    .dates([nil, date]),
                    .doubles([0.1, nil]),
                    .int32s([])
                )[0]
                #expect(row.uuidElements(0) == [ids[0], nil, ids[1]])
                #expect(row.textElements(1) == ["a\"b,{}", nil, "", "NULL"])
                #expect(row.int32Elements(2) == [1, nil, -1])
                #expect(row.int64Elements(3) == [.max, nil])
                #expect(row.boolElements(4) == [true, nil, false])
                #expect(row.timestampElements(5) == [instant, nil])
                #expect(row.dateElements(6) == [nil, date])
                #expect(row.doubleElements(7) == [0.1, nil])
                #expect(row.string(8) == #"{"a\"b,{}",NULL,"","NULL"}"#)
                #expect(row.int32s(9) == [])
                #expect(row.isNull(10))
            }
        }

        @Test func nulls() async throws {
            try await test.with { (database) async throws in
                let row = try await database.query(
                    "SELECT $1, $2, $3, $4, $5, $6, $7, $8::text, $9, $10, $11, $12::int",
                    .optional(nil as Bool?),
                    .optional(nil as Int16?),
                    .optional(nil as Int32?),
                    .optional(nil as Int64?),
                    .optional(nil as Double?),
                    .optional(nil as UUID?),
                    .optional(nil as Timestamp?),
                    .optional(nil as String?),
                    .optional(nil as CalendarDate?),
                    .optional(nil as [UInt8]?),
                    .optional(nil as [UUID]?),
                    .null
                )[0]
                #expect((0..<12).allSatisfy { row.isNull($0) })
                #expect(row.optionalBool(0) == nil && row.optionalInt16(1) == nil && row.optionalInt32(2) == nil)
                #expect(row.optionalInt64(3) == nil && row.optionalDouble(4) == nil && row.optionalUUID(5) == nil)
                #expect(row.optionalTimestamp(6) == nil && row.optionalString(7) == nil && row.optionalDate(8) == nil)
                #expect(row.optionalBytes(9) == nil && row.optionalUUIDs(10) == nil && row.optionalInt(11) == nil)
            }
        }

        @Test func optionalValuesThatArePresent() async throws {
            try await test.with { (database) async throws in
                let row = try await database.query(
                    "SELECT $1, $2::text, $3",
                    .optional(7 as Int64?),
                    .optional("x" as String?),
                    .optional([] as [UUID]?)
                )[0]
                #expect(row.optionalInt64(0) == 7)
                #expect(row.optionalString(1) == "x")
                #expect(row.optionalUUIDs(2) == [])
            }
        }

        @Test func textFitsEnumsJSONAndAddresses() async throws {
            try test.owner().execute("CREATE TYPE mood AS ENUM ('glad', 'sad')")
            try await test.with { (database) async throws in
                let row = try await database.query(
                    "SELECT $1::mood, $2::jsonb, $3::inet::text, ARRAY[$1::mood], $4::text[]::mood[], '{\"a\":1}'::json",
                    .text("sad"),
                    .text(#"{"b": [1, 2]}"#),
                    .text("10.0.0.1"),
                    .texts(["glad", "sad"])
                )[0]
                #expect(row.string(0) == "sad")
                #expect(String(decoding: row.json(1), as: UTF8.self) == #"{"b": [1, 2]}"#)
                #expect(row.string(2) == "10.0.0.1/32")
                #expect(row.texts(3) == ["sad"])
                #expect(row.texts(4) == ["glad", "sad"])
                #expect(String(decoding: row.json(5), as: UTF8.self) == #"{"a":1}"#)
            }
        }

        @Test func decimals() async throws {
            let texts = [
                "0", "1", "-1", "0.5", "-0.05", "10000", "12345678.0001", "99999.99", "0.000001", "-73.985700", "1.50",
                "100000000000000000000", "0.00", "Infinity",
            ]
            try await test.with { (database) async throws in
                for text in texts {
                    let row = try await database.query("SELECT $1::numeric, 1.5::float4, 'NaN'::numeric", .text(text))[
                        0
                    ]
                    #expect(row.decimal(0) == text)
                    #expect(row.double(0) == Double(text))
                    #expect(row.double(1) == 1.5)
                    #expect(row.decimal(2) == "NaN" && row.double(2).isNaN)
                }
            }
        }

        @Test func infiniteTimes() async throws {
            try await test.with { (database) async throws in
                let row = try await database.query(
                    "SELECT 'infinity'::timestamptz, '-infinity'::date, $1::text, $2::text",
                    .timestamp(Timestamp(microseconds: .max)),
                    .date(CalendarDate(days: .min))
                )[0]
                #expect(row.timestamp(0).microseconds == .max)
                #expect(row.date(1).days == .min)
                #expect(row.string(2) == "infinity" && row.string(3) == "-infinity")
            }
        }

        @Test(arguments: [Parameter.text("a\0b"), .texts(["a", "\0"])])
        func refusesNULInText(_ parameter: Parameter) async throws {
            try await test.with { (database) async throws in
                await #expect(throws: DatabaseError.invalidParameter("text contains a NUL character")) {
                    try await database.query("SELECT $1", parameter)
                }
            }
        }

        @Test func largeValuesInBothDirections() async throws {
            let bytes = [UInt8](repeating: 7, count: 8_000_000)
            try await test.with { (database) async throws in
                let rows = try await database.query("SELECT $1, n FROM generate_series(1, 3) AS n", .bytes(bytes))
                #expect(rows.map { $0.rawBytes(0).count } == [8_000_000, 8_000_000, 8_000_000])
                #expect(rows[2].bytes(0) == bytes)
            }
        }

        @Test func wrongTypesStopTheProgram() async throws {
            // A process that is stopped drops no database, so these use the server's own.
            await #expect(processExitsWith: .failure) {
                _ = try OwnerConnection(TestDatabase.serverURL()).query("SELECT 1")[0].string(0)
            }
            await #expect(processExitsWith: .failure) {
                _ = try OwnerConnection(TestDatabase.serverURL()).query("SELECT NULL::int")[0].int(0)
            }
            await #expect(processExitsWith: .success) {
                _ = try OwnerConnection(TestDatabase.serverURL()).query("SELECT NULL::int, 'x'")[0].string(1)
            }
        }
    }
}
