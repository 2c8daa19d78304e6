import FoundationEssentials

/// Reads a `.env` file: `NAME=value` lines, `#` comments, optional `export`, values in single or double quotes.
///
/// swift-configuration reads such files too, but keeps quotes and inline comments and ignores `export`; so the text is
/// made into a plain dictionary here.
enum EnvironmentFile {
    /// The variables of the file; none when there is no such file.
    static func read(path: String) throws(SettingError) -> [String: String] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw SettingError("\(path) cannot be read as UTF-8 text.")
        }
        return try parse(text, path: path)
    }

    static func parse(_ text: String, path: String) throws(SettingError) -> [String: String] {
        var variables: [String: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = trim(line.last == "\r" ? line.dropLast() : line)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            guard let (name, value) = assignment(trimmed) else {
                throw SettingError("\(path), line \(index + 1): NAME=value is expected.")
            }
            variables[name] = value
        }
        return variables
    }

    private static func assignment(_ line: Substring) -> (String, String)? {
        let statement = line.hasPrefix("export ") ? trim(line.dropFirst(7)) : line
        guard let equals = statement.firstIndex(of: "=") else { return nil }
        let name = trim(statement[..<equals])
        guard !name.isEmpty, name.utf8.allSatisfy(isOfName) else { return nil }
        guard let value = value(trim(statement[statement.index(after: equals)...])) else { return nil }
        return (String(name), value)
    }

    /// The text between the quotes, or the text before a comment.
    private static func value(_ text: Substring) -> String? {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            return String(trim(withoutComment(text)))
        }
        let rest = text.dropFirst()
        guard let end = rest.firstIndex(of: quote) else { return nil }
        let tail = trim(rest[rest.index(after: end)...])
        return tail.isEmpty || tail.hasPrefix("#") ? String(rest[..<end]) : nil
    }

    /// A `#` begins a comment only after white space, so that it may occur in passwords and URLs.
    private static func withoutComment(_ text: Substring) -> Substring {
        var previous: Character = " "
        for index in text.indices {
            if text[index] == "#", previous == " " || previous == "\t" { return text[..<index] }
            previous = text[index]
        }
        return text
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
