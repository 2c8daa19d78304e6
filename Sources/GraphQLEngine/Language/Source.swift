/// UTF-8 text of a document, and the lines and columns of its byte offsets.
public struct Source: Sendable {
    public let bytes: [UInt8]

    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Line and column of a byte offset, both from 1. `\n`, `\r\n` and `\r` each end one line; the
    /// column counts UTF-16 code units, as GraphQL.js does. Linear in the offset: for errors only.
    public func location(at offset: Int32) -> SourceLocation {
        var line = 1
        var column = 1
        var index = 0
        let end = min(Int(offset), bytes.count)
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\r") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"):
                break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                line += 1
                column = 1
            case 0x80..<0xC0:
                break
            case 0xF0...:
                column += 2
            default:
                column += 1
            }
            index += 1
        }
        return SourceLocation(line: line, column: column)
    }
}

/// A place in a source, both numbers from 1.
public struct SourceLocation: Sendable, Hashable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
