/// Reads JSON texts strictly: RFC 8259 without extensions, valid UTF-8, nothing after the value.
public struct JSONReader: Sendable {
    /// What the reader rejects beyond RFC 8259.
    public struct Options: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// A key that occurs twice in one object is an error; without this the last one wins.
        public static let rejectDuplicateKeys = Options(rawValue: 1)
    }

    /// The reader recurses once per level, so that a larger limit would risk the stack of a small thread.
    public static let highestMaximumDepth = 512

    /// Arrays and objects that may be open at once.
    public let maximumDepth: Int
    /// What is rejected beyond RFC 8259.
    public let options: Options

    /// - Parameter maximumDepth: open arrays and objects, at most `highestMaximumDepth`.
    public init(maximumDepth: Int = 64, options: Options = []) {
        self.maximumDepth = min(maximumDepth, Self.highestMaximumDepth)
        self.options = options
    }

    /// The value that the bytes hold. Throws at the first byte that cannot be accepted.
    public func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(JSONError) in try read(buffer) }
        }
        return try result.get()
    }

    /// The value that the buffer holds. The buffer is used only during the call.
    public func read(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
        var scanner = JSONScanner(bytes, maximumDepth: maximumDepth, options: options)
        return try scanner.scanText()
    }
}
