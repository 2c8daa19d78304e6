/// UTF-8 text of a document, and the lines and columns of its byte offsets.
public struct Source: Sendable {
    /// The text in UTF-8; the parser finds out whether it is valid.
    public let bytes: [UInt8]
    private let waypoints = LocationWaypoints()

    /// A source of a text.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// A source of bytes as they came.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Line and column of a byte offset, both from 1. `\n`, `\r\n` and `\r` each end one line; the
    /// column counts UTF-16 code units, as GraphQL.js does. The first call is linear in the offset, those
    /// for places before it take constant time.
    public func location(at offset: Int32) -> SourceLocation {
        waypoints.location(at: min(Int(offset), bytes.count), in: bytes)
    }
}

/// A place in a source, both numbers from 1.
public struct SourceLocation: Sendable, Hashable {
    /// From 1.
    public let line: Int
    /// From 1, in UTF-16 code units.
    public let column: Int

    /// A place by its line and column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
