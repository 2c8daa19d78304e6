import GraphQLEngine
import JSON
import Testing

/// Section 6.3 "Executing Selection Sets" and 6.4 "Executing Fields".
struct ExecutionTests {
    @Test(arguments: [
        (
            "{ book(id: \"book-1\") { id name subtitle pages } }",
            #"{"book":{"id":"book-1","name":"Book 1","subtitle":null,"pages":100}}"#
        ),
        ("{ book(id: \"x\") { id } }", #"{"book":null}"#),
        (
            "{ a: __typename books(first: 1) { __typename n: name } }",
            #"{"a":"Query","books":[{"__typename":"Book","n":"Book 0"}]}"#
        ),
        ("{ books(first: 0) { id } }", #"{"books":[]}"#),
        ("{ grid { pages } }", #"{"grid":[[{"pages":100},null],null,[]]}"#),
        (
            "{ book(id: \"book-1\") { name ...on Book { pages name } ...F } } fragment F on Named { name }",
            #"{"book":{"name":"Book 1","pages":100}}"#
        ),
        (
            "{ shelf { name __typename ... on Book { pages } ... on Author { n: name } } }",
            #"{"shelf":[{"name":"Book 1","__typename":"Book","pages":100},null,{"name":"Author 2","__typename":"Author","n":"Author 2"},{"name":"gold","__typename":"Vault"}]}"#
        ),
        (
            "{ books(first: 1) { author { name } ... on Book { author { books { id } } } } }",
            #"{"books":[{"author":{"name":"Author 0","books":[{"id":"book-0"},{"id":"book-10"}]}}]}"#
        ),
    ])
    func data(document: String, expected: String) async throws {
        let response = try await Library.run(document)
        #expect(response["data"]?.text == expected)
        #expect(response["errors"] == nil)
    }

    @Test func membersStandInTheOrderOfTheSelection() async throws {
        let text = "query ($early: Boolean!) { book(id: \"book-1\") { name @include(if: $early) pages name } }"
        let late = try await Library.run(text, variables: ["early": false])
        let early = try await Library.run(text, variables: ["early": true])
        #expect(late["data"]?.text == #"{"book":{"pages":100,"name":"Book 1"}}"#)
        #expect(early["data"]?.text == #"{"book":{"name":"Book 1","pages":100}}"#)
    }

    @Test func skippedFragmentTakesItsFieldsAlong() async throws {
        let text = """
            query ($no: Boolean = false) { book(id: "book-1") { ...F @include(if: $no) ... @skip(if: true) { pages } id } }
            fragment F on Book { name }
            """
        let response = try await Library.run(text)
        #expect(response["data"]?.text == #"{"book":{"id":"book-1"}}"#)
    }

    @Test func variablesReachResolvers() async throws {
        let response = try await Library.run("query ($n: Int = 1) { books(first: $n) { pages } }", variables: ["n": 2])
        #expect(response["data"]?.text == #"{"books":[{"pages":0},{"pages":100}]}"#)
        let defaulted = try await Library.run("query ($n: Int = 1) { books(first: $n) { pages } }")
        #expect(defaulted["data"]?.text == #"{"books":[{"pages":0}]}"#)
    }

    @Test(arguments: [1, 100])
    func requestsDependOnTheShapeAndNotOnTheRows(count: Int64) async throws {
        let context = Library.Context()
        _ = try await Library.run(
            "query ($n: Int) { books(first: $n) { author { books { sequel { id } } } sequel { author { name } } } }",
            variables: ["n": .int(count)],
            context: context
        )
        let n = Int(count)
        #expect(context.dispatchCount == 4)
        #expect(context.requests.count == 6)
        #expect(context.requests.first == "books")
        #expect(Set(context.requests[1...2]) == ["authors of \(n)", "sequels of \(n)"])
    }

    @Test func mutationsRunInOrderEachWithItsSelections() async throws {
        let context = Library.Context()
        let response = try await Library.run(
            #"mutation { a: add(name: "x") { author { name } } b: refuse { id } c: add(name: "y") { id } }"#,
            context: context
        )
        #expect(context.log == ["add x after 0 dispatches", "add y after 1 dispatches"])
        #expect(response["data"]?.text == #"{"a":{"author":{"name":"Author 1"}},"b":null,"c":{"id":"book-2"}}"#)
        #expect(
            response["errors"]?.text
                == #"[{"message":"Refused.","locations":[{"line":1,"column":50}],"path":["b"],"extensions":{"code":"NO"}}]"#
        )
    }
}
