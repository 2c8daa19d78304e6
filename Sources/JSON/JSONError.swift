/// Why bytes are no acceptable JSON text, and where.
public struct JSONError: Error, Sendable, Equatable {
    /// What is wrong with the bytes.
    public enum Reason: Sendable, Equatable {
        case unexpectedEnd
        case unexpectedByte
        case trailingBytes
        case tooDeep
        case invalidNumber
        case numberOutOfRange
        case controlCharacterInString
        case invalidEscape
        case loneSurrogate
        case invalidUTF8
        case duplicateKey
    }

    /// What is wrong at ``byteOffset``.
    public let reason: Reason
    /// Bytes before the one at which reading stopped.
    public let byteOffset: Int

    /// An error at a byte.
    public init(reason: Reason, byteOffset: Int) {
        self.reason = reason
        self.byteOffset = byteOffset
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String { "\(reason) at byte \(byteOffset)" }
}
