import Testing

@testable import GraphQLEngine

@Suite struct ValuesOfCorrectTypeTests {
    @Test(arguments: [
        """
        { arguments { booleanArgField(booleanArg: true) floatArgField(floatArg: 1) } findDog(searchBy: { name: "Fido" }) { name } }
        """,
        """
        query ($search: FindDogInput = { name: "Fido" }) { findDog(searchBy: $search) { name } }
        """,
        "{ findPet(by: { id: 1 }) { name } }",
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            { arguments { intArgField(intArg: "123") } }
            """,
            [
                #"Int cannot represent non-integer value: "123" @1:35"#
            ]
        ),
        RefusedDocument(
            "{ arguments { intArgField(intArg: 829384293849283498239482938) } }",
            [
                "Int cannot represent non 32-bit signed integer value: 829384293849283498239482938 @1:35"
            ]
        ),
        RefusedDocument(
            """
            { arguments { floatArgField(floatArg: "3.5") booleanArgField(booleanArg: 2) } }
            """,
            [
                #"Float cannot represent non numeric value: "3.5" @1:39"#,
                "Boolean cannot represent a non boolean value: 2 @1:74",
            ]
        ),
        RefusedDocument(
            "{ arguments { nonNullBooleanArgField(nonNullBooleanArg: null) } }",
            [
                #"Expected value of non-null type "Boolean!" not to be null. @1:57"#
            ]
        ),
        RefusedDocument(
            "{ dog { doesKnowCommand(dogCommand: SITT) } }",
            [
                #"Value "SITT" does not exist in "DogCommand" enum. Did you mean the enum value "SIT"? @1:37"#
            ]
        ),
        RefusedDocument(
            """
            { dog { doesKnowCommand(dogCommand: "SIT") } }
            """,
            [
                #"Enum "DogCommand" cannot represent non-enum value: "SIT". Did you mean the enum value "#
                    + #""SIT"? @1:37"#
            ]
        ),
        RefusedDocument(
            """
            { findDog(searchBy: { favoriteCookieFlavor: "Bacon" }) { name } }
            """,
            [
                #"Expected value of type "FindDogInput" not to include unknown field "#
                    + #""favoriteCookieFlavor", found: { favoriteCookieFlavor: "Bacon" }. @1:23"#
            ]
        ),
        RefusedDocument(
            "{ findDog(searchBy: { nam: 123 }) { name } }",
            [
                #"Expected value of type "FindDogInput" not to include unknown field "nam". Did you mean "#
                    + #""name"? Found: { nam: 123 }. @1:23"#
            ]
        ),
        RefusedDocument(
            """
            { findDog(searchBy: "Fido") { name } }
            """,
            [
                #"Expected value of type "FindDogInput" to be an object, found: "Fido". @1:21"#
            ]
        ),
        RefusedDocument(
            """
            mutation { addPet(pet: { tags: "one", command: HEEL }) { name } }
            """,
            [
                #"Expected value of type "PetInput" to include required field "name", found: { tags: "#
                    + #""one", command: HEEL }. @1:24"#
            ]
        ),
        RefusedDocument(
            """
            mutation { addPet(pet: { name: "a", tags: ["a", null, 3] }) { name } }
            """,
            [
                #"Expected value of non-null type "String!" not to be null. @1:49"#,
                "String cannot represent a non string value: 3 @1:55",
            ]
        ),
        RefusedDocument(
            """
            { findPet(by: { id: 1, name: "a" }) { name } }
            """,
            [
                #"Within OneOf Input Object type "PetKey", exactly one field must be specified, and the "#
                    + "value for that field must be non-null. @1:15"
            ]
        ),
        RefusedDocument(
            "{ findPet(by: { id: null }) { name } }",
            [
                #"Within OneOf Input Object type "PetKey", exactly one field must be specified, and the "#
                    + "value for that field must be non-null. @1:15"
            ]
        ),
        RefusedDocument(
            "{ findPet(by: {}) { name } }",
            [
                #"Within OneOf Input Object type "PetKey", exactly one field must be specified, and the "#
                    + "value for that field must be non-null. @1:15"
            ]
        ),
        RefusedDocument(
            "query ($i: Int! = null) { arguments { intArgField(intArg: $i) } }",
            [
                #"Expected value of non-null type "Int!" not to be null. @1:19"#
            ]
        ),
        RefusedDocument(
            """
            query ($i: Int = "a") { arguments { intArgField(intArg: $i) } }
            """,
            [
                #"Int cannot represent non-integer value: "a" @1:18"#
            ]
        ),
        RefusedDocument(
            """
            query ($l: [String!] = ["a", 2]) { findDog { name @tag(name: $l) } }
            """,
            [
                "String cannot represent a non string value: 2 @1:30",
                #"Variable "$l" of type "[String!]" used in position expecting type "String!". @1:8 1:62"#,
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
