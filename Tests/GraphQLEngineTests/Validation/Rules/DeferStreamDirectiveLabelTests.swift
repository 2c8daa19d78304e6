import Testing

@testable import GraphQLEngine

@Suite struct DeferStreamDirectiveLabelTests {
    @Test(arguments: [
        #"{ news { ... @defer(label: "a") { body } lines @stream(label: "b") } }"#,
        "{ news { ... @defer { body } ... @defer(label: null) { body } } }",
    ])
    func accepts(_ document: String) throws {
        #expect(try IncrementalSchema.errors(in: document, .deferStreamDirectiveLabel) == [])
    }

    @Test func refusesALabelThatStandsTwice() throws {
        let document = #"{ news { ... @defer(label: "a") { body } lines @stream(label: "a") } }"#
        #expect(
            try IncrementalSchema.errors(in: document, .deferStreamDirectiveLabel)
                == ["Defer/Stream directive label argument must be unique. @1:14 1:48"]
        )
    }

    @Test func refusesLabelsThatAreNotStatic() throws {
        let document = "query ($l: String) { news { ... @defer(label: $l) { body } lines @stream(label: 1) } }"
        #expect(
            try IncrementalSchema.errors(in: document, .deferStreamDirectiveLabel) == [
                "Defer directive label argument must be a static string. @1:33",
                "Stream directive label argument must be a static string. @1:66",
            ]
        )
    }
}
