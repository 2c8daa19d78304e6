/// What slugs look like; the database has the same condition.
enum OrganizationSlugForm {
    static let explanation =
        "A slug has 1 to 63 of the characters a-z, 0-9 and hyphen, with a letter or digit at either end."

    static func holds(_ slug: String) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(slug.utf8.count) && slug.utf8.first != hyphen && slug.utf8.last != hyphen
            && slug.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == hyphen
            }
    }
}
