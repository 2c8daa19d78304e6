/// The name of an organization in addresses: 1 to 63 of `a-z 0-9 -`, no hyphen at either end.
enum OrganizationSlug {
    static let maximumLength = 63

    static func isValid(_ text: String) -> Bool {
        (1...maximumLength).contains(text.utf8.count) && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
            && text.utf8.first != hyphen && text.utf8.last != hyphen
    }

    /// Made from an organization's name; `organization` for a name without a Latin letter or digit.
    static func from(name: String) -> String {
        var slug: [UInt8] = []
        for byte in name.lowercased().utf8.prefix(400) {
            if isLetterOrDigit(byte) {
                slug.append(byte)
            } else if let last = slug.last, last != hyphen {
                slug.append(hyphen)
            }
        }
        slug = Array(slug.prefix(maximumLength - suffixLength))
        while slug.last == hyphen { slug.removeLast() }
        return slug.isEmpty ? "organization" : String(decoding: slug, as: UTF8.self)
    }

    /// A variation for when the slug is taken: six random digits of base 36 behind it.
    static func variation(of slug: String) -> String {
        let random = UInt64.random(in: 0..<2_176_782_336)
        let digits = String(random, radix: 36)
        return slug + "-" + String(repeating: "0", count: suffixLength - 1 - digits.count) + digits
    }

    private static let suffixLength = 7
    private static let hyphen = UInt8(ascii: "-")

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
