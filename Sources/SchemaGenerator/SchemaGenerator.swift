import FoundationEssentials
import GraphQLEngine

#if canImport(Glibc)
    @preconcurrency import Glibc  // `stderr` is a global variable of C.
#else
    import Darwin
#endif

/// `SchemaGenerator [--check] <schema.graphql> <directory>` writes the Swift mirror of a schema.
///
/// With `--check` nothing is written: the exit status is 1 when a file is not what would be written.
@main
struct SchemaGenerator {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let paths = arguments.filter { $0 != "--check" }
        guard paths.count == 2, let schemaPath = paths.first, let directory = paths.last else {
            fail("usage: SchemaGenerator [--check] <schema.graphql> <directory>", status: 64)
        }
        do {
            let text = try String(contentsOf: URL(filePath: schemaPath), encoding: .utf8)
            let files = try GeneratedFile.files(of: text)
            if arguments.contains("--check") {
                try check(files, in: directory)
            } else {
                try write(files, to: directory)
            }
        } catch {
            fail("\(schemaPath): \(error)", status: 1)
        }
    }

    private static func write(_ files: [GeneratedFile], to directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for file in files {
            try file.text.write(to: URL(filePath: "\(directory)/\(file.name)"), atomically: true, encoding: .utf8)
        }
    }

    private static func check(_ files: [GeneratedFile], in directory: String) throws {
        let stale = files.filter { file in
            (try? String(contentsOf: URL(filePath: "\(directory)/\(file.name)"), encoding: .utf8)) != file.text
        }
        guard stale.isEmpty else {
            fail("not current: \(stale.map(\.name).joined(separator: ", "))", status: 1)
        }
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        fputs(message + "\n", stderr)
        exit(status)
    }
}
