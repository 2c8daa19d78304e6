import Testing

@testable import GraphQLEngine

@Suite struct KnownOperationTypesTests {
    private func errors(in text: String) throws -> [String] {
        let schema = try Schema.build(Document.parse(Source("type Query { name: String }")))
        return Validator.validate(try Document.parse(Source(text)), schema: schema).map(\.summary)
    }

    @Test func acceptsAnOperationWithARootType() throws {
        #expect(try errors(in: "{ name }") == [])
    }

    @Test(arguments: ["mutation", "subscription"])
    func refusesAnOperationWithoutRootType(_ kind: String) throws {
        #expect(try errors(in: "\(kind) { name }") == ["The \(kind) operation is not supported by the schema. @1:1"])
    }
}
