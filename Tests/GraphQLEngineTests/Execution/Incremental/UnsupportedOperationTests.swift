import JSON
import Testing

/// Events of subscriptions have one response each.
struct UnsupportedOperationTests {
    @Test func refusesToDeferAtTheRoot() async throws {
        let results = try await Incrementally.results(
            "subscription { ... @defer { hero { id } } }"
        )
        #expect(
            results == [
                #"""
                {"data":null,"errors":[{"message":"`@defer` directive not supported on subscription operations. \#
                Disable `@defer` by setting the `if` argument to `false`."}]}
                """#
            ]
        )
    }

    @Test func refusesToDeferBelowTheRoot() async throws {
        let results = try await Incrementally.results(
            "subscription { hero { id ... @defer { name } } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":null},"errors":[{"message":"`@defer` directive not supported on subscription ope\#
                rations. Disable `@defer` by setting the `if` argument to `false`.","locations":[{"line":1,\#
                "column":16}],"path":["hero"]}]}
                """#
            ]
        )
    }

    @Test func refusesToStream() async throws {
        let results = try await Incrementally.results(
            "subscription { heroes @stream { id } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":null},"errors":[{"message":"`@stream` directive not supported on subscription \#
                operations. Disable `@stream` by setting the `if` argument to `false`.","locations":[{"line":1,\#
                "column":16}],"path":["heroes"]}]}
                """#
            ]
        )
    }

    @Test func takesDirectivesThatAreOff() async throws {
        let results = try await Incrementally.results(
            "subscription { heroes @stream(if: false) { id ... @defer(if: false) { name } } }"
        )
        #expect(
            results == [
                #"{"data":{"heroes":[{"id":"1","name":"Luke"},{"id":"2","name":"Han"},{"id":"3","name":"Leia"}]}}"#
            ]
        )
    }
}
