import GraphQLEngine

/// A file of the mirror: its name and whole text.
struct GeneratedFile: Equatable {
    let name: String
    let text: String

    /// The mirror of a schema, one file per kind of definition.
    static func files(of schemaText: String) throws -> [GeneratedFile] {
        let schema = try Schema.build(try Document.parse(Source(schemaText)))
        let unknownScalars = SwiftType(schema: schema).unknownScalars
        guard unknownScalars.isEmpty else { throw UnknownScalars(names: unknownScalars) }
        let enums = EnumWriter(schema: schema).declarations
        let inputs = InputWriter(schema: schema).declarations
        let arguments = ArgumentsWriter(schema: schema).declarations
        return [
            file("Enums.swift", imports: ["import GraphQLEngine", "import JSON"], enums),
            file("Inputs.swift", imports: modules(of: inputs), inputs),
            file("Arguments.swift", imports: modules(of: arguments), arguments),
            file("SchemaText.swift", imports: [], [schemaTextDeclaration(schemaText)]),
        ]
    }

    /// Imports of the modules whose types the declarations name.
    private static func modules(of declarations: [String]) -> [String] {
        let modules = [
            ("FoundationEssentials", ["UUID"]), ("GraphQLEngine", ["InputObject"]), ("JSON", ["JSONValue"]),
            ("Time", ["Timestamp", "CalendarDate", "LocalTime"]),
        ]
        let words = Set(declarations.flatMap { $0.split { !$0.isLetter }.map(String.init) })
        return modules.filter { !words.isDisjoint(with: $0.1) }.map { "public import \($0.0)" }
    }

    private static func file(_ name: String, imports: [String], _ declarations: [String]) -> GeneratedFile {
        let header = """
            // Generated from schema.graphql: swift run SchemaGenerator schema.graphql Sources/Schema/Generated
            // swift-format-ignore-file
            """
        let parts = [header, imports.joined(separator: "\n")] + declarations
        return GeneratedFile(name: name, text: parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n")
    }

    private static func schemaTextDeclaration(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
        return """
            /// The text of schema.graphql, so that the server needs no file.
            public let rollcallSchemaText = ##\"""
            \(lines.joined(separator: "\n"))
                \"""##
            """
    }
}

/// The generator's table of scalars lacks some that the schema has.
struct UnknownScalars: Error, Equatable, CustomStringConvertible {
    let names: [String]

    var description: String { "no Swift type is known for: \(names.joined(separator: ", "))" }
}
