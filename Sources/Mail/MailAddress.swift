/// An address that can stand in a header and in SMTP commands as it is: it has no character that ends or divides one.
///
/// Quoted local parts and address literals, which hardly anybody has, are refused.
public struct MailAddress: Sendable, Equatable {
    public let text: String
    public static let maximumLength = 320

    /// Nil for anything but `local@domain`.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, text.unicodeScalars.count <= Self.maximumLength,
            text.unicodeScalars.allSatisfy(Self.isAllowed)
        else { return nil }
        self.text = text
    }

    /// What follows the `@`.
    var domain: Substring { text[text.index(after: text.firstIndex(of: "@")!)...] }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .unassigned: false
        default: !"<>()[]\\,;:\"".unicodeScalars.contains(scalar)
        }
    }
}
