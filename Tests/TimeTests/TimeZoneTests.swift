import Foundation
import Testing

@testable import Time

@Suite struct TimeZoneTests {
    private static let names = [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Europe/Dublin", "Asia/Kolkata",
        "America/Sao_Paulo", "Africa/Casablanca", "Pacific/Kwajalein", "Pacific/Chatham", "Antarctica/Troll", "UTC",
    ]

    private func zone(_ name: String) throws -> TimeZoneRules {
        try TimeZoneDatabase.system.rules(named: name)
    }

    private func local(_ text: String) -> LocalDateTime {
        LocalDateTime(CalendarDate(iso: String(text.prefix(10)))!, LocalTime(iso: String(text.dropFirst(11)))!)
    }

    private func instant(_ text: String) -> Timestamp { Timestamp(rfc3339: text)! }

    @Test(arguments: names)
    func agreesWithFoundation(name: String) throws {
        let rules = try zone(name)
        let foundation = try #require(TimeZone(identifier: name))
        // 1972 to 2069: within the file, and beyond it.
        for second in stride(from: Int64(63_072_000), to: 3_155_760_000, by: 100_003) {
            let expected = foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            #expect(rules.offsetSeconds(at: Timestamp(secondsSinceEpoch: second)) == expected, "\(name) \(second)")
        }
    }

    @Test(arguments: names)
    func localTimesLeadBackToTheirInstants(name: String) throws {
        let rules = try zone(name)
        for second in stride(from: Int64(1_262_304_000), to: 1_830_297_600, by: 36_061) {
            let instant = Timestamp(secondsSinceEpoch: second)
            switch rules.resolve(rules.local(instant)) {
            case .unique(let found): #expect(found == instant)
            case .repeated(let earlier, let later): #expect(earlier < later && [earlier, later].contains(instant))
            case .skipped: Issue.record("\(name) \(second)")
            }
        }
    }

    @Test func skippedAndRepeatedTimes() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(berlin.resolve(local("2026-03-29 02:30")) == .skipped)
        #expect(berlin.firstInstant(of: local("2026-03-29 02:30")) == instant("2026-03-29T03:00:00+02:00"))
        let repeated = LocalResolution.repeated(
            earlier: instant("2026-10-25T02:30:00+02:00"),
            later: instant("2026-10-25T02:30:00+01:00")
        )
        #expect(berlin.resolve(local("2026-10-25 02:30")) == repeated)
        #expect(berlin.firstInstant(of: local("2026-10-25 02:30")) == instant("2026-10-25T02:30:00+02:00"))
        #expect(berlin.resolve(local("2026-10-25 03:00")) == .unique(instant("2026-10-25T03:00:00+01:00")))
        let island = try zone("Australia/Lord_Howe")
        #expect(island.resolve(local("2026-10-04 02:15")) == .skipped)
        #expect(island.resolve(local("2026-10-04 02:30")) == .unique(instant("2026-10-04T02:30:00+11:00")))
    }

    @Test func whatPeopleTypeIsCheckedFirst() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(throws: LocalTimeError.invalid) { try berlin.instant(of: local("2026-03-29 02:30")) }
        #expect(throws: LocalTimeError.invalid) {
            try berlin.instant(of: local("2026-03-29 02:30"), offsetSeconds: 3600)
        }
        let earlier = instant("2026-10-25T02:30:00+02:00")
        let later = instant("2026-10-25T02:30:00+01:00")
        let ambiguous = LocalTimeError.ambiguous(earlier: earlier, later: later)
        #expect(throws: ambiguous) { try berlin.instant(of: local("2026-10-25 02:30")) }
        #expect(try berlin.instant(of: local("2026-10-25 02:30"), offsetSeconds: 7200) == earlier)
        #expect(try berlin.instant(of: local("2026-10-25 02:30"), offsetSeconds: 3600) == later)
        #expect(throws: LocalTimeError.invalid) { try berlin.instant(of: local("2026-10-25 02:30"), offsetSeconds: 0) }
        #expect(try berlin.instant(of: local("2026-06-01 09:00")) == instant("2026-06-01T07:00:00Z"))
        #expect(throws: LocalTimeError.invalid) {
            try berlin.instant(of: local("2026-06-01 09:00"), offsetSeconds: 3600)
        }
    }

    @Test func aDayThatNeverWas() throws {
        let apia = try zone("Pacific/Apia")
        let day = CalendarDate(iso: "2011-12-30")!
        #expect(apia.skips(day))
        #expect(!apia.skips(day.advanced(byDays: -1)))
        #expect(!apia.skips(day.advanced(byDays: 1)))
        #expect(apia.resolve(local("2011-12-30 12:00")) == .skipped)
        #expect(apia.firstInstant(of: local("2011-12-30 12:00")) == instant("2011-12-31T00:00:00+14:00"))
        #expect(apia.date(at: instant("2011-12-30T09:59:59Z")).description == "2011-12-29")
        #expect(apia.date(at: instant("2011-12-30T10:00:00Z")).description == "2011-12-31")
        // Midnight is skipped there, the day is not.
        #expect(try !zone("America/Sao_Paulo").skips(CalendarDate(iso: "2018-11-04")!))
    }

    @Test func beforeTheFirstAndAfterTheLastChange() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(berlin.offsetSeconds(at: instant("1800-01-01T00:00:00Z")) == 3208)
        #expect(berlin.offsetSeconds(at: instant("2999-07-01T00:00:00Z")) == 7200)
        #expect(berlin.offsetSeconds(at: instant("2999-12-31T23:59:59Z")) == 3600)
    }

    @Test(arguments: [
        "", "/etc/passwd", "../etc/passwd", "Europe/../Europe/Berlin", "Europe", "Europe/", "Europe//Berlin", "europe",
        "right/Europe/Berlin", "posix/Europe/Berlin", "Europe/Berlin\0", "tzdata.zi", "Mars/Olympus_Mons",
        String(repeating: "A", count: 65),
    ])
    func namesOfNoZone(name: String) {
        #expect(throws: TimeZoneError.unknown(name)) { try zone(name) }
    }

    @Test func filesThatAreNoZones() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")))
        #expect(TimeZoneFile(bytes) != nil)
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(TimeZoneFile(Array(bytes.prefix(count))) == nil)
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var broken = bytes
            broken[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            _ = TimeZoneFile(broken)
        }
        #expect(TimeZoneFile(Array("not a zone".utf8)) == nil)
    }

    @Test(
        arguments: [
            ("UTC0", 0), ("CET-1CEST,M3.5.0,M10.5.0/3", 3600), ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 37_800),
            ("EST5EDT,M3.2.0,M11.1.0", -18_000), ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600),
            ("A3B,J60/-1:30,0/167:59:59", -10_800),
        ] as [(String, Int32)]
    )
    func rules(_ text: String, _ winter: Int32) {
        #expect(YearlyChanges(text: text[...])?.winterOffset == winter)
    }

    @Test(arguments: [
        "", "CET", "CET-", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,366,1", "CET-168", "CET-1:60", "<CET-1",
        "CET-1CEST,M3.5.0,M10.5.0 ",
    ])
    func noRules(_ text: String) {
        #expect(YearlyChanges(text: text[...]) == nil)
    }

    @Test func countedDaysOfTheYear() throws {
        let julian = try #require(YearlyChanges(text: "A0B,J60,J61"))
        let ordinal = try #require(YearlyChanges(text: "A0B,59,60"))
        for (year, days) in [(2023, ["03-01", "03-01"]), (2024, ["03-01", "02-29"])] {
            for (rule, day) in zip([julian, ordinal], days) {
                let start = instant("\(year)-\(day)T02:00:00Z").secondsSinceEpoch
                #expect(rule.span(at: start - 1).end == start)
            }
        }
    }
}
