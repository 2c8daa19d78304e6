import FoundationEssentials
import Time

/// Rows in PostgreSQL's text format of COPY (manual, "COPY", section "Text Format").
///
/// Fields are what the seed makes itself, so nothing in them needs an escape.
struct CopyRows {
    private(set) var bytes: [UInt8] = []
    private var isRowStart = true

    mutating func add(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ number: Int) {
        add(String(number))
    }

    mutating func add(_ id: UUID?) {
        guard let id else { return add("\\N") }
        separate()
        withUnsafeBytes(of: id.uuid) { octets in
            for octet in octets {
                bytes.append(Self.digits[Int(octet >> 4)])
                bytes.append(Self.digits[Int(octet & 15)])
            }
        }
    }

    mutating func add(_ date: CalendarDate) {
        separate()
        date.append(to: &bytes)
    }

    /// Whole seconds, in UTC.
    mutating func add(_ instant: Timestamp) {
        add(instant.dateInUTC)
        let second = Int(instant.secondsSinceEpoch - instant.dateInUTC.startOfDay.secondsSinceEpoch)
        bytes.append(UInt8(ascii: " "))
        addTwoDigits(second / 3600)
        bytes.append(UInt8(ascii: ":"))
        addTwoDigits(second / 60 % 60)
        bytes.append(UInt8(ascii: ":"))
        addTwoDigits(second % 60)
        bytes.append(contentsOf: "+00".utf8)
    }

    mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isRowStart = true
    }

    private mutating func separate() {
        if !isRowStart { bytes.append(UInt8(ascii: "\t")) }
        isRowStart = false
    }

    private mutating func addTwoDigits(_ number: Int) {
        bytes.append(Self.digits[number / 10])
        bytes.append(Self.digits[number % 10])
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
