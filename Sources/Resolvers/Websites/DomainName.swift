import FoundationEssentials

/// The name of a host below a top-level domain, in lower case and without the dot of the root.
enum DomainName {
    static let maximumLength = 253

    /// Nil for what is no such name; names in other scripts come in their ASCII form (RFC 5890).
    static func normalized(_ text: String) -> String? {
        var name = text.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= maximumLength, labels.count >= 2, labels.allSatisfy(isLabel),
            let last = labels.last, !last.allSatisfy(\.isNumber)
        else { return nil }
        return name
    }

    /// 1 to 63 of `a-z 0-9 -`, with no hyphen at either end.
    private static func isLabel(_ label: Substring) -> Bool {
        let isWellFormed = label.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        return (1...63).contains(label.utf8.count) && isWellFormed && !label.hasPrefix("-") && !label.hasSuffix("-")
    }
}
