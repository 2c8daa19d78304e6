#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lines for people.
enum Console {
    /// Shows a line at once, also through a pipe.
    static func show(_ line: String) {
        write(line + "\n", to: STDOUT_FILENO)
    }

    static func showError(_ line: String) {
        write(line + "\n", to: STDERR_FILENO)
    }

    /// Asks without a line feed.
    static func prompt(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }
}
