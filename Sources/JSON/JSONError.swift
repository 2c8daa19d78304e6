/// Why bytes are no acceptable JSON text, and where.
public struct JSONError: Error, Sendable, Equatable {
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

    public let reason: Reason
    /// Bytes before the one at which reading stopped.
    public let byteOffset: Int

    public init(reason: Reason, byteOffset: Int) {
        self.reason = reason
        self.byteOffset = byteOffset
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String { "\(reason) at byte \(byteOffset)" }
}
