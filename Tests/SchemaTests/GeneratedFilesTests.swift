import FoundationEssentials
import GraphQLEngine
import Schema
import Testing

@testable import SchemaGenerator

@Suite struct GeneratedFilesTests {
    private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    private static func read(_ path: String) throws -> String {
        try String(contentsOf: URL(filePath: root + "/" + path), encoding: .utf8)
    }

    @Test func areCurrent() throws {
        for file in try GeneratedFile.files(of: Self.read("schema.graphql")) {
            let isCurrent = try Self.read("Sources/Schema/Generated/\(file.name)") == file.text
            #expect(isCurrent, "\(file.name): swift run SchemaGenerator schema.graphql Sources/Schema/Generated")
        }
    }

    @Test func scalarsWithoutSwiftTypeAreNamed() {
        #expect(throws: UnknownScalars(names: ["Colour"])) {
            try GeneratedFile.files(of: "type Query { a: Colour } scalar Colour")
        }
    }

    @Test func nameClashesWithSwiftAreAvoided() throws {
        let text = "type Query { a(in: Odd): E } enum E { SELF IN } input Odd @oneOf { self: Int in: [Odd!] }"
        let files = try GeneratedFile.files(of: text)
        #expect(files[0].text.contains("case selfValue = \"SELF\"\n    case `in` = \"IN\""))
        #expect(files[1].text.contains("case selfValue(Int)\n    case `in`([Odd])"))
        #expect(files[2].text.contains("public struct QueryAArguments: InputDecodable {\n    public let `in`: Odd?"))
    }

    @Test func theEmbeddedTextIsTheFile() throws {
        #expect(try Self.read("schema.graphql") == rollcallSchemaText)
    }

    @Test func thePrintedSchemaIsTheSame() throws {
        let schema = try Schema.rollcall()
        let text = schema.printed(keepsAppliedDirectives: true)
        let again = try Schema.build(try Document.parse(Source(text)), scalars: RollcallScalars.coercions)
        #expect(again.printed(keepsAppliedDirectives: true) == text)
        #expect(again.types.map(\.name) == schema.types.map(\.name))
        for (left, right) in zip(schema.types, again.types) {
            #expect(left.description == right.description && left.fields.map(\.name) == right.fields.map(\.name))
            #expect(left.inputFields.map(\.defaultValue) == right.inputFields.map(\.defaultValue))
            #expect(left.appliedDirectives == right.appliedDirectives)
            #expect(left.fields.map(\.appliedDirectives) == right.fields.map(\.appliedDirectives))
        }
    }

    @Test func everyFieldWithAccessRuleIsNullable() throws {
        let schema = try Schema.rollcall()
        for type in schema.types {
            for field in type.fields where field.appliedDirectives.contains(where: { $0.name == "can" }) {
                #expect(!schema.isNonNull(field.type), "\(type.name).\(field.name)")
            }
        }
    }
}
