import Testing

@testable import GraphQLEngine

@Suite struct PossibleTypeExtensionsRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "scalar S type T interface I union U enum E input N extend scalar S @d extend type T @d extend interface I @d extend union U @d extend enum E @d extend input N @d"
        ),
        SchemaDocumentCase(
            "extend type Query @d",
            extending: "type Query { a: Int }"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .possibleTypeExtensions) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "extend type Quere @d type Query",
            #"Cannot extend type "Quere" because it is not defined. Did you mean "Query"? @1:13"#
        ),
        SchemaDocumentCase(
            "extend scalar Int @d",
            #"Cannot extend type "Int" because it is not defined. @1:15"#
        ),
        SchemaDocumentCase(
            "scalar T extend type T @d extend interface T @d extend union T @d extend enum T @d extend input T @d",
            #"Cannot extend non-object type "T". @1:1 1:10"#,
            #"Cannot extend non-interface type "T". @1:1 1:27"#,
            #"Cannot extend non-union type "T". @1:1 1:49"#,
            #"Cannot extend non-enum type "T". @1:1 1:67"#,
            #"Cannot extend non-input object type "T". @1:1 1:84"#
        ),
        SchemaDocumentCase(
            "extend scalar Query @d extend type Quer @d",
            extending: "type Query { a: Int }",
            #"Cannot extend non-scalar type "Query". @1:1"#,
            #"Cannot extend type "Quer" because it is not defined. Did you mean "Query"? @1:36"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .possibleTypeExtensions) == refused.errors)
    }
}
