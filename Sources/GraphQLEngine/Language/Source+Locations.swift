extension Source {
    /// Lines and columns of several byte offsets, found in one pass over the text.
    public func locations(at offsets: [Int32]) -> [SourceLocation] {
        if offsets.count < 2 { return offsets.map(location(at:)) }
        var locations = [SourceLocation](repeating: SourceLocation(line: 1, column: 1), count: offsets.count)
        var cursor = LocationCursor()
        for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
            cursor.advance(to: min(Int(offsets[index]), bytes.count), in: bytes)
            locations[index] = SourceLocation(line: cursor.line, column: cursor.column)
        }
        return locations
    }
}

/// A place that moves through a text and counts its lines and columns.
private struct LocationCursor {
    var line = 1
    var column = 1
    private var index = 0

    mutating func advance(to end: Int, in bytes: [UInt8]) {
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
    }
}
