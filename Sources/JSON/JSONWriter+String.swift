/// Strings: quoted, with only what RFC 8259 demands escaped (`"`, `\` and U+0000 to U+001F).
extension JSONWriter {
    /// Writes a string.
    @inlinable @inline(__always)
    public mutating func writeString(_ text: String) {
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { utf8 in
            writeString(utf8: UnsafeRawBufferPointer(utf8))
        }
        if isWritten == nil { writeForeignString(text) }
    }

    @usableFromInline @inline(never)
    mutating func writeForeignString(_ text: String) {
        var text = text
        text.withUTF8 { writeString(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// Writes a string given as UTF-8, which is trusted to be valid.
    ///
    /// Eight bytes at a time are looked at and stored at once; the first word with something to escape hands over
    /// to the slow path.
    @inlinable
    public mutating func writeString(utf8 text: UnsafeRawBufferPointer) {
        let count = text.count
        reserve(count &+ 2)
        var target = storage + length
        target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        target += 1
        guard let source = text.baseAddress else {
            target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
            length &+= 2
            return
        }
        var offset = 0
        while offset &+ 8 <= count {
            let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if Self.needsEscape(word) { return writeEscaped(text, plainPrefix: offset) }
            target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
            offset &+= 8
        }
        while offset < count {
            let byte = source.load(fromByteOffset: offset, as: UInt8.self)
            if Self.needsEscape(byte) { return writeEscaped(text, plainPrefix: offset) }
            target.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
            offset &+= 1
        }
        target.storeBytes(of: UInt8(ascii: "\""), toByteOffset: count, as: UInt8.self)
        length &+= count &+ 2
    }

    /// Whether one of eight bytes must be escaped: the "zero byte" and "byte less than n" tests on a whole word.
    @usableFromInline @inline(__always)
    static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let found =
            ((word &- (ones &* 0x20)) & ~word)
            | ((quotes &- ones) & ~quotes)
            | ((backslashes &- ones) & ~backslashes)
        return found & (ones &* 0x80) != 0
    }

    @usableFromInline @inline(__always)
    static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// The opening quotation mark and `plainPrefix` bytes are stored already, though not counted.
    @usableFromInline @inline(never)
    mutating func writeEscaped(_ text: UnsafeRawBufferPointer, plainPrefix: Int) {
        length += 1 + plainPrefix
        for byte in text[plainPrefix...] {
            if Self.needsEscape(byte) { writeEscape(byte) } else { append(byte) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func writeEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default:
            append("\\u00")
            append(byte >> 4 + UInt8(ascii: "0"))
            append(byte & 15 + (byte & 15 < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
        }
    }
}
