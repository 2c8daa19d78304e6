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
}
