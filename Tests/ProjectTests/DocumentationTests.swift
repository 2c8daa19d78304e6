import Testing

/// The libraries that others can use say what each of their declarations promises.
@Suite struct DocumentationTests {
    /// What the standard library's protocols require, and document.
    private static let standard: Set<String> = [
        "description", "rawValue", "init(rawValue", "makeIterator", "<", "init(nilLiteral", "init(booleanLiteral",
        "init(integerLiteral", "init(floatLiteral", "init(stringLiteral", "init(arrayLiteral",
        "init(dictionaryLiteral",
    ]

    /// A declaration, and whether a documentation comment stands before it and its attributes.
    private struct Declaration {
        let line: String
        let isDocumented: Bool
        let isRequirement: Bool

        /// The name; for an initializer with the first label.
        var name: String? {
            let keywords = /\b(?:func|var|let|typealias|struct|enum|class|protocol|associatedtype) ([\w<=]+)/
            if let match = line.firstMatch(of: keywords) { return String(match.1) }
            return line.firstMatch(of: /\binit\(\w*/).map { String($0.0) }
        }
    }

    @Test func everythingPublicIsDocumented() throws {
        let files = try ["GraphQLEngine", "JSON"].flatMap {
            try ProjectTests.files(in: "Sources/\($0)", suffix: ".swift")
        }
        let declarations = try files.map { ($0, Self.declarations(try ProjectTests.text($0))) }
        let requirements = Set(declarations.flatMap(\.1).filter(\.isRequirement).compactMap(\.name))
        let inherited = requirements.union(Self.standard)
        for (file, declarations) in declarations {
            for declaration in declarations where !declaration.isDocumented {
                let isInherited = declaration.name.map(inherited.contains) ?? false
                #expect(!declaration.isRequirement && isInherited, "\(file): \(declaration.line)")
            }
        }
    }

    /// The examples of the engine's README are compiled and run by its tests.
    @Test(arguments: ["BooksFromRows", "BooksFromJSON"])
    func theReadmeHasTheCodeOfItsTests(example: String) throws {
        let code = try ProjectTests.text("Tests/GraphQLEngineTests/Readme/\(example).swift")
        #expect(try ProjectTests.text("Sources/GraphQLEngine/README.md").contains("```swift\n\(code)```\n"))
    }

    /// Public declarations, and the requirements of public protocols.
    private static func declarations(_ text: String) -> [Declaration] {
        var declarations: [Declaration] = []
        var isDocumented = false
        var isInProtocol = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = String(line.drop { $0 == " " })
            let isPublic = trimmed.hasPrefix("public ") && !trimmed.hasPrefix("public import ")
            let isRequirement =
                isInProtocol && trimmed.contains(/^(?:static |mutating )*(?:func|var|init|associatedtype)\b/)
            if isPublic || isRequirement {
                declarations.append(
                    Declaration(line: trimmed, isDocumented: isDocumented, isRequirement: isRequirement)
                )
            }
            if trimmed.hasPrefix("public protocol ") { isInProtocol = true }
            if line == "}" { isInProtocol = false }
            if !trimmed.hasPrefix("@") { isDocumented = trimmed.hasPrefix("///") }
        }
        return declarations
    }
}
