@testable import Server

/// A file of a test.
func file(_ name: String, _ text: String) -> NamedText {
    NamedText(name: name, bytes: Array(text.utf8))
}
