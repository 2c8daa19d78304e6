/// The text of a rule: `TZ` of POSIX, as RFC 9636 (section 3.3.1) extends it, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
extension YearlyChanges {
    /// Nil for anything else.
    init?(text: Substring) {
        var text = text
        guard Self.skipName(&text), let west = Self.time(&text) else { return nil }
        winterOffset = -west
        guard !text.isEmpty else {
            summer = nil
            return
        }
        guard Self.skipName(&text) else { return nil }
        var offset = winterOffset + 3600
        if text.first != "," {
            guard let west = Self.time(&text) else { return nil }
            offset = -west
        }
        guard let start = Self.moment(&text), let end = Self.moment(&text), text.isEmpty else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    /// Letters, or anything in angle brackets.
    private static func skipName(_ text: inout Substring) -> Bool {
        if text.first == "<" {
            guard let end = text.firstIndex(of: ">") else { return false }
            text = text[text.index(after: end)...]
            return true
        }
        let rest = text.drop { $0.isLetter }
        guard rest.startIndex != text.startIndex else { return false }
        text = rest
        return true
    }

    /// `[+-]h[hh][:mm[:ss]]` in seconds.
    private static func time(_ text: inout Substring) -> Int32? {
        var sign: Int32 = 1
        if let first = text.first, first == "-" || first == "+" {
            sign = first == "-" ? -1 : 1
            text.removeFirst()
        }
        guard var seconds = number(&text, upTo: 167).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where text.first == ":" {
            text.removeFirst()
            guard let value = number(&text, upTo: 59) else { return nil }
            seconds += value * unit
        }
        return sign * Int32(seconds)
    }

    /// `,day[/time]`; the time is 02:00 unless it is given.
    private static func moment(_ text: inout Substring) -> Moment? {
        guard text.first == "," else { return nil }
        text.removeFirst()
        guard let day = day(&text) else { return nil }
        guard text.first == "/" else { return Moment(day: day, secondOfDay: 7200) }
        text.removeFirst()
        return time(&text).map { Moment(day: day, secondOfDay: $0) }
    }

    /// `Jn`, `n` or `Mm.w.d`.
    private static func day(_ text: inout Substring) -> Day? {
        switch text.first {
        case "J":
            text.removeFirst()
            return number(&text, upTo: 365).flatMap { $0 > 0 ? .julian($0) : nil }
        case "M":
            text.removeFirst()
            guard let month = number(&text, upTo: 12), month > 0, let week = numberAfterPoint(&text, upTo: 5), week > 0,
                let weekday = numberAfterPoint(&text, upTo: 6)
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        default: return number(&text, upTo: 365).map { .ordinal($0) }
        }
    }

    private static func numberAfterPoint(_ text: inout Substring, upTo limit: Int) -> Int? {
        guard text.first == "." else { return nil }
        text.removeFirst()
        return number(&text, upTo: limit)
    }

    private static func number(_ text: inout Substring, upTo limit: Int) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard (1...3).contains(digits.utf8.count), let value = Int(digits), value <= limit else { return nil }
        text = text[digits.endIndex...]
        return value
    }
}
