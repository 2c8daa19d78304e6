import Testing

/// The examples of Sources/GraphQLEngine/README.md, which has the text of the files beside this one; ProjectTests sees
/// to that.
@Suite struct ReadmeTests {
    @Test func executesOverRows() async throws {
        #expect(try await booksFromRows() == #"{"data":{"books":[{"title":"Emma"}]}}"#)
    }

    @Test func executesOverJSON() async throws {
        let message = #"Int cannot represent non-integer value: \"many\""#
        let error = #"{"message":"\#(message)","locations":[{"line":1,"column":17}],"path":["books",1,"pages"]}"#
        #expect(try await booksFromJSON() == #"{"data":null,"errors":[\#(error)]}"#)
    }
}
