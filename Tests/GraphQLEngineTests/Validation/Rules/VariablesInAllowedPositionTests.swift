import Testing

@testable import GraphQLEngine

@Suite struct VariablesInAllowedPositionTests {
    @Test(arguments: [
        "query ($b: Boolean!, $l: [Boolean!]!) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) booleanListArgField(booleanListArg: $l) } }",
        "query ($b: Boolean = true) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }",
        "query ($b: Boolean) { arguments { optionalNonNullBooleanArgField(optionalBooleanArg: $b) } }",
        "query ($n: Int) { findDog(searchBy: { limit: $n }) { name } }",
        "query ($n: String!) { findPet(by: { name: $n }) { name } }",
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "query ($n: String) { lookUp(by: { name: $n }) { name } }",
            [
                #"Variable "$n" is of type "String" but must be non-nullable to be used for OneOf Input Object "#
                    + #""PetKey". @1:8 1:41"#
            ]
        ),
        RefusedDocument(
            "query intCannotGoIntoBoolean($i: Int) { arguments { booleanArgField(booleanArg: $i) } }",
            [
                #"Variable "$i" of type "Int" used in position expecting type "Boolean". @1:30 1:81"#
            ]
        ),
        RefusedDocument(
            "query ($l: [Boolean]) { arguments { booleanArgField(booleanArg: $l) } }",
            [
                #"Variable "$l" of type "[Boolean]" used in position expecting type "Boolean". @1:8 1:65"#
            ]
        ),
        RefusedDocument(
            "query ($b: Boolean) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }",
            [
                #"Variable "$b" of type "Boolean" used in position expecting type "Boolean!". @1:8 1:77"#
            ]
        ),
        RefusedDocument(
            "query ($l: [Boolean]) { arguments { booleanListArgField(booleanListArg: $l) } }",
            [
                #"Variable "$l" of type "[Boolean]" used in position expecting type "[Boolean]!". @1:8 1:73"#
            ]
        ),
        RefusedDocument(
            "query ($b: Boolean = null) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }",
            [
                #"Variable "$b" of type "Boolean" used in position expecting type "Boolean!". @1:8 1:84"#
            ]
        ),
        RefusedDocument(
            """
            query ($i: Int) { dog { ...f } }
            fragment f on Dog { isHouseTrained(atOtherHomes: $i) }
            """,
            [
                #"Variable "$i" of type "Int" used in position expecting type "Boolean". @1:8 2:50"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
