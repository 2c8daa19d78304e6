/// The form of a language tag (BCP 47).
enum LanguageTag {
    static let explanation = "A locale is a language tag (BCP 47), such as \"en\" or \"de-AT\"."

    /// The form only: subtags of 1 to 8 letters and digits, the first of 2 to 8.
    static func isValid(_ text: String) -> Bool {
        let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return text.utf8.count <= 35 && subtags[0].count >= 2
            && subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
