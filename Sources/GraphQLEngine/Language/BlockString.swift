/// Block strings: from the source to the value, and back.
///
/// Source: GraphQL specification, section 2.10.4 "String Value", BlockStringValue().
enum BlockString {
    /// The value of what stands between the triple quotes: `\"""` unescaped, common indentation and blank
    /// first and last lines removed, lines ended by `\n`.
    static func value(ofRaw raw: UnsafeBufferPointer<UInt8>) -> String {
        let lines = lines(of: raw)
        let written = lines.indices.filter { indentation(of: lines[$0], in: raw) < lines[$0].count }
        guard let first = written.first, let last = written.last else { return "" }
        let commonIndentation =
            written.filter { $0 > 0 }.map { indentation(of: lines[$0], in: raw) }.min() ?? 0
        var value: [UInt8] = []
        value.reserveCapacity(raw.count)
        for index in first...last {
            if index > first { value.append(UInt8(ascii: "\n")) }
            let line = lines[index]
            let removed = index == 0 ? 0 : min(commonIndentation, line.count)
            appendUnescaped(raw[(line.lowerBound + removed)..<line.upperBound], to: &value)
        }
        return String(decoding: value, as: UTF8.self)
    }

    private static func lines(of raw: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            index += 1
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
            lines.append(start..<(index - 1))
            if byte == UInt8(ascii: "\r"), index < raw.count, raw[index] == UInt8(ascii: "\n") { index += 1 }
            start = index
        }
        lines.append(start..<raw.count)
        return lines
    }

    private static func indentation(of line: Range<Int>, in raw: UnsafeBufferPointer<UInt8>) -> Int {
        raw[line].prefix { isWhiteSpace($0) }.count
    }

    private static func appendUnescaped(_ line: Slice<UnsafeBufferPointer<UInt8>>, to value: inout [UInt8]) {
        var index = line.startIndex
        while index < line.endIndex {
            // A backslash before three quotes; other backslashes are content.
            if line[index] == UInt8(ascii: "\\"), line[(index + 1)...].starts(with: tripleQuote) {
                value.append(contentsOf: tripleQuote)
                index += 4
            } else {
                value.append(line[index])
                index += 1
            }
        }
    }

    static let tripleQuote: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "\""), UInt8(ascii: "\"")]

    static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
