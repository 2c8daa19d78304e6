/// Looks into a written response for what became of its root fields.
enum RootFields {
    /// The response keys of `data` when all of them are null; nil as soon as one is not.
    ///
    /// - Parameter body: a response as the executor writes it: `{"data":{"a":null,…`, without white space.
    static func keysIfAllNull(_ body: [UInt8]) -> [String]? {
        var rest = body[...]
        guard take(#"{"data":{"#, from: &rest) else { return nil }
        var keys: [String] = []
        while take("\"", from: &rest) {
            // Response keys are names, which have nothing to escape.
            guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            keys.append(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[end...]
            guard take("\":null", from: &rest) else { return nil }
            _ = take(",", from: &rest)
        }
        return keys
    }

    private static func take(_ text: String, from rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }
}
