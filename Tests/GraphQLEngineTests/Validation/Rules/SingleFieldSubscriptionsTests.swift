import Testing

@testable import GraphQLEngine

@Suite struct SingleFieldSubscriptionsTests {
    @Test(arguments: [
        "subscription sub { newMessage { body sender } }",
        """
        subscription sub { ...newMessageFields }
        fragment newMessageFields on Subscription { newMessage { body } }
        """,
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            subscription sub {
              newMessage { body }
              disallowedSecondRootField
            }
            """,
            [
                #"Subscription "sub" must select only one top level field. @3:3"#
            ]
        ),
        RefusedDocument(
            """
            subscription { ...multipleSubscriptions }
            fragment multipleSubscriptions on Subscription {
              newMessage { body }
              disallowedSecondRootField
            }
            """,
            [
                "Anonymous Subscription must select only one top level field. @4:3"
            ]
        ),
        RefusedDocument(
            "subscription sub { __typename }",
            [
                #"Subscription "sub" must not select an introspection top level field. @1:20"#
            ]
        ),
        RefusedDocument(
            "subscription ($yes: Boolean!) { newMessage @include(if: $yes) { body } }",
            [
                "Anonymous Subscription must not use `@skip` or `@include` directives in the top level "
                    + "selection. @1:44"
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
