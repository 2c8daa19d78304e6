import GraphQLEngine
import JSON
import Testing

/// Section 6.4.4 "Handling Execution Errors".
struct NullPropagationTests {
    @Test func errorOfANullableFieldLeavesItsSiblings() async throws {
        let response = try await Library.run("{ failing book(id: \"book-1\") { id } }")
        #expect(response["data"]?.text == #"{"failing":null,"book":{"id":"book-1"}}"#)
        #expect(
            response["errors"]?.text
                == #"[{"message":"It failed.","locations":[{"line":1,"column":3}],"path":["failing"]}]"#
        )
    }

    @Test func errorGoesUpToTheNearestNullable() async throws {
        let response = try await Library.run(
            "{ book(id: \"book-1\") { name missing { name } } again: book(id: \"book-1\") { id } }"
        )
        #expect(response["data"]?.text == #"{"book":null,"again":{"id":"book-1"}}"#)
        #expect(
            response["errors"]?.text
                == #"[{"message":"No author.","locations":[{"line":1,"column":29}],"path":["book","missing"]}]"#
        )
    }

    @Test func errorInAListOfRequiredItemsTakesTheListAndMore() async throws {
        let response = try await Library.run("{ books(first: 2) { pages missing { name } } }")
        #expect(response["data"] == .null)
        #expect(response["errors"]?.arrayValue?.count == 1)
        #expect(response["errors"]?.arrayValue?[0]["path"]?.text == #"["books",0,"missing"]"#)
    }

    @Test func laterErrorAlsoReachesTheRoot() async throws {
        let response = try await Library.run("{ book(id: \"book-1\") { id } failingRequired { id } }")
        #expect(response["data"] == .null)
        #expect(response["errors"]?.arrayValue?.map { $0["message"]?.stringValue } == ["It failed later."])
    }

    @Test func errorsComeInTheOrderOfTheResponse() async throws {
        let response = try await Library.run(
            "{ a: book(id: \"book-1\") { sequel { missing { name } } } failing b: book(id: \"book-1\") { missing { name } } }"
        )
        let paths = response["errors"]?.arrayValue?.map { $0["path"]?.text }
        #expect(paths == [#"["a","sequel","missing"]"#, #"["failing"]"#, #"["b","missing"]"#])
        #expect(response["data"]?.text == #"{"a":{"sequel":null},"failing":null,"b":null}"#)
    }

    @Test func errorIsLocatedAtEverySelectionOfItsField() async throws {
        let response = try await Library.run("{ failing ... on Query { failing } }")
        #expect(
            response["errors"]?.arrayValue?[0]["locations"]?.text == #"[{"line":1,"column":3},{"line":1,"column":26}]"#
        )
    }
}
