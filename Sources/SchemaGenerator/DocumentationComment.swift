/// A description as a documentation comment.
enum DocumentationComment {
    /// Lines that end in a line break; empty without a description.
    static func lines(_ description: String?, indentation: String = "") -> String {
        guard let description else { return "" }
        return description.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in line.isEmpty ? "\(indentation)///\n" : "\(indentation)/// \(line)\n" }
            .joined()
    }
}
