/// The sentence "Did you mean …?" that follows the message about an unknown name, or an empty text.
enum Suggestion {
    private static let greatestCount = 5

    /// - Parameter kind: what the names are, as in `Did you mean the enum value "A"?`; nil says nothing of it.
    static func text(for input: String, among names: [String], kind: String? = nil) -> String {
        text(of: similarNames(to: input, among: names), kind: kind)
    }

    static func text(of names: [String], kind: String? = nil) -> String {
        let quoted = names.prefix(greatestCount).map { "\"\($0)\"" }
        guard let last = quoted.last else { return "" }
        let list =
            switch quoted.count {
            case 1: last
            case 2: "\(quoted[0]) or \(last)"
            default: "\(quoted.dropLast().joined(separator: ", ")), or \(last)"
            }
        return " Did you mean \(kind.map { "\($0) " } ?? "")\(list)?"
    }

    /// Names at a small edit distance, each once: the nearest first, equally near ones in their natural order.
    private static func similarNames(to input: String, among names: [String]) -> [String] {
        let distance = LexicalDistance(to: input)
        let threshold = input.utf8.count * 2 / 5 + 1
        let near = Set(names).compactMap { name in distance.measure(name, threshold: threshold).map { ($0, name) } }
        return near.sorted { left, right in
            left.0 == right.0 ? NaturalOrder.precedes(left.1, right.1) : left.0 < right.0
        }.map(\.1)
    }
}
