import Testing

@testable import GraphQLEngine

@Suite struct OverlappingFieldsCanBeMergedTests {
    @Test(arguments: [
        "{ dog { name name otherName: name otherName: name } }",
        "{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: SIT) } }",
        "{ pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } } }",
        "{ pet { ... on Dog { doesKnowCommand(dogCommand: SIT) } ... on Cat { doesKnowCommand(catCommand: JUMP) } } }",
        "query ($a: FindDogInput) { findDog(searchBy: $a) { name } findDog(searchBy: $a) { nickname } }",
        """
        { findDog(searchBy: { name: "a", owner: "b" }) { name } findDog(searchBy: { owner: "b", name: "a" }) { name } }
        """,
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            {
              dog {
                name: nickname
                name
              }
            }
            """,
            [
                #"Fields "name" conflict because "nickname" and "name" are different fields. Use different "#
                    + "aliases on the fields to fetch both if this was intentional. @3:5 4:5"
            ]
        ),
        RefusedDocument(
            "{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: HEEL) } }",
            [
                #"Fields "doesKnowCommand" conflict because they have differing arguments. Use different "#
                    + "aliases on the fields to fetch both if this was intentional. @1:9 1:42"
            ]
        ),
        RefusedDocument(
            "query ($c: DogCommand!) { dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: $c) } }",
            [
                #"Fields "doesKnowCommand" conflict because they have differing arguments. Use different "#
                    + "aliases on the fields to fetch both if this was intentional. @1:33 1:66"
            ]
        ),
        RefusedDocument(
            "{ dog { isHouseTrained(atOtherHomes: true) isHouseTrained } }",
            [
                #"Fields "isHouseTrained" conflict because they have differing arguments. Use different "#
                    + "aliases on the fields to fetch both if this was intentional. @1:9 1:44"
            ]
        ),
        RefusedDocument(
            "{ pet { ... on Dog { someValue: nickname } ... on Cat { someValue: meowVolume } } }",
            [
                #"Fields "someValue" conflict because they return conflicting types "String" and "Int". "#
                    + "Use different aliases on the fields to fetch both if this was intentional. @1:22 1:57"
            ]
        ),
        RefusedDocument(
            "{ pet { ... on Dog { n: name } ... on Cat { n: nickname } } }",
            [
                #"Fields "n" conflict because they return conflicting types "String!" and "String". Use "#
                    + "different aliases on the fields to fetch both if this was intentional. @1:22 1:45"
            ]
        ),
        RefusedDocument(
            """
            {
              dog { x: name }
              dog { x: nickname }
            }
            """,
            [
                #"Fields "dog" conflict because subfields "x" conflict because "name" and "nickname" are "#
                    + "different fields. Use different aliases on the fields to fetch both if this was "
                    + "intentional. @2:3 2:9 3:3 3:9"
            ]
        ),
        RefusedDocument(
            """
            {
              dog { owner { x: name y: name } }
              dog { owner { x: __typename y: __typename } }
            }
            """,
            [
                #"Fields "dog" conflict because subfields "owner" conflict because subfields "x" conflict "#
                    + #"because "name" and "__typename" are different fields and subfields "y" conflict because "#
                    + #""name" and "__typename" are different fields. Use different aliases on the fields to "#
                    + "fetch both if this was intentional. @2:3 2:9 2:17 2:25 3:3 3:9 3:17 3:31"
            ]
        ),
        RefusedDocument(
            """
            { dog { ...a ...b } }
            fragment a on Dog { x: name }
            fragment b on Dog { x: nickname }
            """,
            [
                #"Fields "x" conflict because "name" and "nickname" are different fields. Use different "#
                    + "aliases on the fields to fetch both if this was intentional. @2:21 3:21"
            ]
        ),
        RefusedDocument(
            """
            { pet { ...p ... on Dog { name: nickname } } }
            fragment p on Pet { name }
            """,
            [
                #"Fields "name" conflict because "nickname" and "name" are different fields. Use different "#
                    + "aliases on the fields to fetch both if this was intentional. @1:27 2:21"
            ]
        ),
        RefusedDocument(
            "{ pet { ... on Dog { o: owner { x: name } } ... on Cat { o: name } } }",
            [
                #"Fields "o" conflict because they return conflicting types "Human" and "String!". Use "#
                    + "different aliases on the fields to fetch both if this was intentional. @1:22 1:58"
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
