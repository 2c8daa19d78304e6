import Time

extension Timestamp {
    /// An instant as RFC 3339 writes it.
    init(_ text: String) {
        self = Timestamp(rfc3339: text)!
    }
}

extension LocalTime {
    init(_ text: String) {
        self = LocalTime(iso: text)!
    }
}

extension CalendarDate {
    init(_ text: String) {
        self = CalendarDate(iso: text)!
    }
}

extension TimeZoneRules {
    init(_ name: String) {
        self = try! TimeZoneDatabase.system.rules(named: name)
    }
}
