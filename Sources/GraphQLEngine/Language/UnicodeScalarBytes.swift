extension UnsafeBufferPointer<UInt8> {
    /// Length in bytes of the well-formed UTF-8 sequence of two to four bytes that starts at an index; nil
    /// where there is none.
    ///
    /// Source: The Unicode Standard, table 3-7 "Well-Formed UTF-8 Byte Sequences".
    func multibyteSequenceLength(at index: Int) -> Int? {
        let lead = self[index]
        let secondByte: ClosedRange<UInt8>
        let length: Int
        switch lead {
        case 0xC2...0xDF: (secondByte, length) = (0x80...0xBF, 2)
        case 0xE0: (secondByte, length) = (0xA0...0xBF, 3)
        case 0xE1...0xEC, 0xEE, 0xEF: (secondByte, length) = (0x80...0xBF, 3)
        case 0xED: (secondByte, length) = (0x80...0x9F, 3)
        case 0xF0: (secondByte, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (secondByte, length) = (0x80...0xBF, 4)
        case 0xF4: (secondByte, length) = (0x80...0x8F, 4)
        default: return nil
        }
        guard index + length <= count, secondByte.contains(self[index + 1]) else { return nil }
        for continuation in self[(index + 2)..<(index + length)] where continuation & 0xC0 != 0x80 {
            return nil
        }
        return length
    }

    /// The text of a range, in which malformed UTF-8 is replaced.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }
}
