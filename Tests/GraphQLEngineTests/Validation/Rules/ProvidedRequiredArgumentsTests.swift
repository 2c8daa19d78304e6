import Testing

@testable import GraphQLEngine

@Suite struct ProvidedRequiredArgumentsTests {
    @Test(arguments: [
        "{ arguments { booleanArgField optionalNonNullBooleanArgField } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ arguments { nonNullBooleanArgField } }",
            [
                #"Argument "Arguments.nonNullBooleanArgField(nonNullBooleanArg:)" of type "Boolean!" is "#
                    + "required, but it was not provided. @1:15"
            ]
        ),
        RefusedDocument(
            "{ arguments { multipleRequirements(y: 1) } }",
            [
                #"Argument "Arguments.multipleRequirements(x:)" of type "Int!" is required, but it was not "#
                    + "provided. @1:15"
            ]
        ),
        RefusedDocument(
            "{ dog @include { name } }",
            [
                #"Argument "@include(if:)" of type "Boolean!" is required, but it was not provided. @1:7"#
            ]
        ),
        RefusedDocument(
            "{ __type { name } }",
            [
                #"Argument "<meta>.__type(name:)" of type "String!" is required, but it was not provided. @1:3"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
