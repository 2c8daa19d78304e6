import Testing
import Time

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-11-21T10:23:16Z", 1_795_256_596_000_000),
        ("2026-11-21T10:23:16.5Z", 1_795_256_596_500_000),
        ("2026-11-21T10:23:16.123456Z", 1_795_256_596_123_456),
        ("2026-11-21T15:53:16+05:30", 1_795_256_596_000_000),
        ("2026-11-21T02:23:16-08:00", 1_795_256_596_000_000),
        ("2026-11-21t10:23:16z", 1_795_256_596_000_000),
        ("1969-12-31T23:59:59.999999Z", -1),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
        ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
        ("2024-02-29T00:00:00-00:00", 1_709_164_800_000_000),
    ])
    func reads(_ text: String, _ microseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.microseconds == microseconds)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T10:23:16", "2026-11-21 10:23:16Z", "2026-11-21T10:23Z",
        "2026-11-21T10:23:60Z", "2026-11-21T24:00:00Z", "2026-11-21T10:60:00Z", "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "0000-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z", "2026-11-21T10:23:16.Z", "2026-11-21T10:23:16.1234567Z",
        "2026-11-21T10:23:16+0530", "2026-11-21T10:23:16+24:00", "2026-11-21T10:23:16+05:60",
        "2026-11-21T10:23:16Z ", " 2026-11-21T10:23:16Z", "2026-11-21T10:23:16ZZ", "２026-11-21T10:23:16Z",
        "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "-026-11-21T10:23:16Z",
    ])
    func refuses(_ text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"),
            (1_795_256_596_120_000, "2026-11-21T10:23:16.120Z"),
            (1_795_256_596_000_001, "2026-11-21T10:23:16.000001Z"),
            (-1, "1969-12-31T23:59:59.999999Z"),
            (.min, "0001-01-01T00:00:00Z"),
            (.max, "9999-12-31T23:59:59.999999Z"),
        ] as [(Int64, String)]
    )
    func writes(_ microseconds: Int64, _ text: String) {
        let timestamp = Timestamp(microseconds: microseconds)
        #expect(timestamp.description == text)
        var bytes = Array("x".utf8)
        timestamp.appendRFC3339(to: &bytes)
        #expect(bytes == Array("x\(text)".utf8))
    }

    @Test func whatIsWrittenIsReadBack() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let timestamp = Timestamp(
                microseconds: .random(in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &generator)
            )
            #expect(Timestamp(rfc3339: timestamp.description) == timestamp)
        }
    }

    @Test func adds() {
        let start = Timestamp(microseconds: 5)
        #expect(start.adding(milliseconds: 2).microseconds == 2_005)
        #expect(start.adding(seconds: -1).microseconds == -999_995)
        #expect(start.adding(minutes: 2).microseconds == 120_000_005)
        #expect(start.adding(hours: 1).microseconds == 3_600_000_005)
        #expect(start.adding(days: 1).microseconds == 86_400_000_005)
        #expect(start.adding(days: .max).microseconds == .max)
        #expect(start.adding(days: .min).microseconds == .min + 5)
        #expect(start.microseconds(until: start.adding(seconds: 1)) == 1_000_000)
    }

    @Test func dividesDown() {
        #expect(Timestamp(microseconds: -1).secondsSinceEpoch == -1)
        #expect(Timestamp(secondsSinceEpoch: 7).microseconds == 7_000_000)
        #expect(Timestamp(microseconds: -1).dateInUTC == CalendarDate(year: 1969, month: 12, day: 31))
    }

    @Test func clocks() {
        #expect(ServerClock.fixed(Timestamp(microseconds: 7)).now().microseconds == 7)
        let first = ServerClock.system.now()
        #expect(first > Timestamp(rfc3339: "2024-01-01T00:00:00Z")!)
    }
}
