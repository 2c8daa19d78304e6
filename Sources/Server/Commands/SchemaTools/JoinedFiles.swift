import GraphQLEngine

/// Several files that are one GraphQL document, with the places of its nodes in the files.
struct JoinedFiles {
    private struct Part {
        let file: NamedText
        /// Number of the file's first line in the whole text.
        let firstLine: Int
    }

    private let source: Source
    private let parts: [Part]

    init(_ files: [NamedText]) {
        var bytes: [UInt8] = []
        var parts: [Part] = []
        var line = 1
        for file in files {
            parts.append(Part(file: file, firstLine: line))
            let text = JoinedFiles.ended(file.bytes)
            bytes += text
            line += JoinedFiles.lineCount(text)
        }
        source = Source(bytes: bytes)
        self.parts = parts
    }

    /// The document. A syntax error is reported for each file that has one: what follows it is in the next file.
    func parse() throws(Problems) -> Document {
        let errors = parts.compactMap { part in JoinedFiles.syntaxError(part.file) }
        if !errors.isEmpty { throw Problems(items: errors) }
        do {
            return try Document.parse(source)
        } catch {
            throw problems([GraphQLError(error)])
        }
    }

    /// Errors with their places in the files.
    func problems(_ errors: [GraphQLError]) -> Problems {
        Problems(
            items: errors.map { error in
                let places = error.locations.map(place)
                return Problem(
                    place: places.first ?? parts.map(\.file.name).joined(separator: ", "),
                    message: error.message,
                    otherPlaces: Array(places.dropFirst())
                )
            }
        )
    }

    private func place(_ location: SourceLocation) -> String {
        let part = parts.last { $0.firstLine <= location.line }
        guard let part else { return "\(location.line):\(location.column)" }
        return "\(part.file.name):\(location.line - part.firstLine + 1):\(location.column)"
    }

    private static func syntaxError(_ file: NamedText) -> Problem? {
        do {
            _ = try Document.parse(Source(bytes: file.bytes))
            return nil
        } catch {
            let place = error.location
            return Problem(place: "\(file.name):\(place.line):\(place.column)", message: error.message)
        }
    }

    /// With a line feed at the end, so that the next file starts on a line of its own.
    private static func ended(_ bytes: [UInt8]) -> [UInt8] {
        bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
    }

    private static func lineCount(_ bytes: [UInt8]) -> Int {
        Source(bytes: bytes).location(at: Int32(clamping: bytes.count)).line - 1
    }
}
