import FoundationEssentials

/// The bytes of a file, under the name that messages give it.
struct NamedText: Sendable {
    let name: String
    let bytes: [UInt8]

    /// A file's text, or that of standard input for `-`.
    static func read(_ path: String) throws(ToolFailure) -> NamedText {
        if path == "-" { return NamedText(name: "<stdin>", bytes: readStandardInput()) }
        guard let contents = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        return NamedText(name: path, bytes: Array(contents))
    }

    /// The texts of files; a directory stands for its `.graphql`, `.graphqls` and `.gql` files, in the order of names.
    static func read(_ paths: [String]) throws(ToolFailure) -> [NamedText] {
        var texts: [NamedText] = []
        for path in paths {
            for file in try files(path) { texts.append(try read(file)) }
        }
        return texts
    }

    private static func files(_ path: String) throws(ToolFailure) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
        let endings = [".graphql", ".graphqls", ".gql"]
        let files = names.filter { name in endings.contains(where: name.hasSuffix) }.sorted()
        if files.isEmpty { throw .unreadable("\(path), which has no .graphql files,") }
        return files.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    private static func readStandardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        while let line = readLine(strippingNewline: false) { bytes.append(contentsOf: line.utf8) }
        return bytes
    }
}
