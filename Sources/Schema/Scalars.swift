import FoundationEssentials
public import GraphQLEngine
import Time

/// How input of the schema's custom scalars is taken: malformed text never reaches a resolver.
public enum RollcallScalars {
    public static let coercions: [String: ScalarCoercion] = [
        "DateTime": text("DateTime must be an RFC 3339 instant with an offset, such as \"2026-01-31T08:30:00Z\".") {
            Timestamp(rfc3339: $0) != nil
        },
        "Date": text("Date must be a day of the calendar as YYYY-MM-DD.") { CalendarDate(iso: $0) != nil },
        "LocalTime": text("LocalTime must be a time of day as HH:MM or HH:MM:SS.") { LocalTime(iso: $0) != nil },
        "TimeZone": text("TimeZone must be an IANA name, such as \"Europe/Berlin\".", isTimeZoneName),
        "UUID": text("UUID must be 32 hexadecimal digits with hyphens, in the form of RFC 9562.") {
            UUID(uuidString: $0) != nil
        },
        "URL": text("URL must be absolute, with http or https, and have at most 2048 characters.", isWebAddress),
        "BigInt": ScalarCoercion { (value) throws(ScalarCoercionError) in
            switch value {
            case .int: return value
            case .string(let text):
                if let number = Int64(text) { return .int(number) }
            default: break
            }
            throw ScalarCoercionError("BigInt must be an integer of 64 bits, as a number or as a string of digits.")
        },
    ]

    private static func text(
        _ message: String,
        _ accepts: @escaping @Sendable (String) -> Bool
    ) -> ScalarCoercion {
        ScalarCoercion { (value) throws(ScalarCoercionError) in
            guard case .string(let text) = value, accepts(text) else { throw ScalarCoercionError(message) }
            return value
        }
    }

    private static func isWebAddress(_ text: String) -> Bool {
        guard (1...2_048).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host()
        else { return false }
        return ["http", "https"].contains(scheme) && !host.isEmpty
    }

    /// The form only: which zones exist is known to the database.
    private static func isTimeZoneName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: [UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(byte)
                }
            }
    }
}
