import Testing

@testable import GraphQLEngine

@Suite struct VariablesAreInputTypesTests {
    @Test(arguments: [
        RefusedDocument(
            "query takes($b: Boolean, $p: [PetInput!]) { arguments { booleanArgField(booleanArg: $b) } }",
            [
                #"Variable "$p" is never used in operation "takes". @1:26"#
            ]
        ),
        RefusedDocument(
            "query takes($dog: Dog) { dog { name } }",
            [
                #"Variable "$dog" is never used in operation "takes". @1:13"#,
                #"Variable "$dog" cannot be non-input type "Dog". @1:19"#,
            ]
        ),
        RefusedDocument(
            "query takes($pets: [[CatOrDog!]]!) { dog { name } }",
            [
                #"Variable "$pets" is never used in operation "takes". @1:13"#,
                #"Variable "$pets" cannot be non-input type "[[CatOrDog!]]!". @1:20"#,
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
