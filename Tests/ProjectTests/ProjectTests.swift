import FoundationEssentials
import Testing

/// What ARCHITECTURE.md promises of the sources.
@Suite struct ProjectTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The modules of this package that each module may use; `Package.swift` says the same.
    private static let dependencies: [String: Set<String>] = [
        "JSON": [],
        "Time": [],
        "Hours": ["Time"],
        "GraphQLEngine": ["JSON"],
        "Schema": ["GraphQLEngine", "JSON", "Time"],
        "Postgres": ["Clibpq", "Time"],
        "Jobs": ["JSON", "Postgres", "Time"],
        "DNS": ["Clibresolv"],
        "Files": [],
        "Mail": ["Clibcurl", "JSON", "Time"],
        "Auth": ["Clibjwt", "Clibsodium", "Clibunistring", "JSON", "Jobs", "Mail", "Postgres", "Time"],
        "Resolvers": [
            "Auth", "DNS", "Files", "GraphQLEngine", "Hours", "JSON", "Jobs", "Mail", "Postgres", "Schema", "Time",
        ],
        "Server": [
            "Auth", "Files", "GraphQLEngine", "JSON", "Jobs", "Mail", "Postgres", "Resolvers", "Schema", "Time",
        ],
        "Rollcall": ["Server"],
        "SchemaGenerator": ["GraphQLEngine"],
        "ConformanceDriver": ["GraphQLEngine", "JSON"],
    ]
    private static let ours = Set(dependencies.keys).union([
        "Clibcurl", "Clibpq", "Clibjwt", "Clibresolv", "Clibsodium", "Clibunistring",
    ])

    /// Paths of all files below a directory of the project, from the project on.
    static func files(in directory: String, suffix: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(directory)").sorted()
        return try names.flatMap { name -> [String] in
            let path = "\(directory)/\(name)"
            var isDirectory = false
            _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isDirectory)
            if isDirectory { return try files(in: path, suffix: suffix) }
            return name.hasSuffix(suffix) ? [path] : []
        }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    }

    /// The modules that a file imports.
    private static func imports(_ text: String) -> Set<String> {
        var modules: Set<String> = []
        for line in text.split(separator: "\n") where !line.contains("\"") {
            let words = line.split(separator: " ").map(String.init)
            guard let keyword = words.firstIndex(of: "import"), keyword < 3, words.first != "//" else { continue }
            let kinds = ["class", "enum", "func", "protocol", "struct"]
            modules.formUnion(words.dropFirst(keyword + 1).filter { !kinds.contains($0) }.prefix(1))
        }
        return modules
    }

    @Test func readsImports() {
        let text =
            "@testable import A\npublic import B\n    import C\nimport struct D.E\n// import nothing\nlet import_ = 1\n"
        #expect(Self.imports(text) == ["A", "B", "C", "D.E"])
    }

    @Test(arguments: dependencies.keys.sorted())
    func importsFollowTheDependencies(of module: String) throws {
        let files = try Self.files(in: "Sources/\(module)", suffix: ".swift")
        #expect(!files.isEmpty)
        for file in files {
            let used = Self.imports(try Self.text(file)).intersection(Self.ours)
            #expect(used.isSubset(of: try #require(Self.dependencies[module])), "\(file)")
        }
    }

    /// The engine is usable by itself, hours are computed by nothing but the language, and nothing but HTTP knows HTTP.
    @Test func leavesStayLeaves() throws {
        for module in ["JSON", "Time", "Hours", "GraphQLEngine"] {
            for file in try Self.files(in: "Sources/\(module)", suffix: ".swift") {
                let used = Self.imports(try Self.text(file)).subtracting(Self.ours)
                #expect(used.isSubset(of: ["Synchronization", "Glibc", "Darwin"]), "\(file)")
            }
        }
        for module in ["Schema", "Postgres", "Jobs", "Mail", "Auth", "Resolvers"] {
            for file in try Self.files(in: "Sources/\(module)", suffix: ".swift") {
                let used = Self.imports(try Self.text(file))
                #expect(used.isDisjoint(with: ["Hummingbird", "HTTPTypes", "NIOCore", "ArgumentParser"]), "\(file)")
            }
        }
    }

    /// The whole of Foundation costs each process tens of megabytes.
    @Test func onlyTheEssentialsOfFoundationAreUsed() throws {
        for file in try Self.files(in: "Sources", suffix: ".swift") {
            #expect(!Self.imports(try Self.text(file)).contains("Foundation"), "\(file)")
        }
    }

    @Test(arguments: dependencies.keys.sorted())
    func packageDeclaresTheDependencies(of module: String) throws {
        let package = try Self.text("Package.swift")
        let pattern = try Regex("arget\\(\\s*name: \"\(module)\"(.*?)settings").dotMatchesNewlines()
        let declaration = try #require(package.firstMatch(of: pattern)?.output[1].substring)
        let quoted = declaration.split(separator: "\"").map(String.init)
        #expect(Set(quoted).intersection(Self.ours) == Self.dependencies[module])
    }

    @Test func everyModuleHasADirection() throws {
        let modules = try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Sources")
        #expect(Set(modules) == Self.ours)
    }

    @Test func everyMigrationCanBeTakenBack() throws {
        let ups = try Self.files(in: "migrations", suffix: ".up.sql").map { $0.dropLast(".up.sql".count) }
        let downs = try Self.files(in: "migrations", suffix: ".down.sql").map { $0.dropLast(".down.sql".count) }
        #expect(!ups.isEmpty)
        #expect(ups == downs)
        #expect(Set(try Self.files(in: "migrations", suffix: "")).count == 2 * ups.count)
        let numbers = ups.map { $0.dropFirst("migrations/".count).prefix(4) }
        #expect(numbers.allSatisfy { Int($0) != nil })
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func noFileIsLong() throws {
        let files = try ["Sources", "Tests"].flatMap { try Self.files(in: $0, suffix: ".swift") }
        let sql = try ["migrations", "Tests/Database"].flatMap { try Self.files(in: $0, suffix: ".sql") }
        for file in files + sql where !file.contains("/Generated/") {
            let lines = try Self.text(file).utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
            #expect(lines <= 350, "\(file) has \(lines) lines.")
        }
    }
}
