/// How printed pieces are put together; empty pieces leave no trace.
extension String {
    /// The pieces that are not empty, with a separator between them.
    static func joining(_ pieces: [String], _ separator: String = "") -> String {
        pieces.filter { !$0.isEmpty }.joined(separator: separator)
    }

    /// The text between two others; empty if the text is.
    func wrapped(_ opening: String, _ closing: String = "") -> String {
        isEmpty ? "" : opening + self + closing
    }

    /// Every line two columns further right.
    var indented: String {
        if isEmpty { return "" }
        var bytes: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: " ")]
        bytes.reserveCapacity(utf8.count + 64)
        for byte in utf8 {
            bytes.append(byte)
            if byte == UInt8(ascii: "\n") { bytes += [UInt8(ascii: " "), UInt8(ascii: " ")] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Items in braces, one a line; empty if there are none.
    static func block(_ items: [String]) -> String {
        joining(items, "\n").indented.wrapped("{\n", "\n}")
    }

    var isMultiline: Bool {
        utf8.contains(UInt8(ascii: "\n"))
    }
}
