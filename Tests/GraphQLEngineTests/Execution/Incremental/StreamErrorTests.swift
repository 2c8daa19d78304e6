import JSON
import Testing

/// An error of an item stays in the item, or ends the stream.
struct StreamErrorTests {
    @Test func deliversErrorsOfItems() async throws {
        let results = try await Incrementally.results(
            "{ numbers @stream(initialCount: 1) }"
        )
        #expect(
            results == [
                #"{"data":{"numbers":[1]},"pending":[{"id":"0","path":["numbers"]}],"hasNext":true}"#,
                #"""
                {"incremental":[{"id":"0","items":[null,3],"errors":[{"message":"It failed.",\#
                "locations":[{"line":1,"column":3}],"path":["numbers",1]}]}],"completed":[{"id":"0"}],\#
                "hasNext":false}
                """#,
            ]
        )
    }

    @Test func endsWithAnItemThatMustNotBeNull() async throws {
        let results = try await Incrementally.results(
            "{ primes @stream }"
        )
        #expect(
            results == [
                #"{"data":{"primes":[]},"pending":[{"id":"0","path":["primes"]}],"hasNext":true}"#,
                #"{"incremental":[{"id":"0","items":[2]}],"hasNext":true}"#,
                #"""
                {"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Query.pr\#
                imes.","locations":[{"line":1,"column":3}],"path":["primes",1]}]}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func endsAfterTheItemsBefore() async throws {
        let results = try await Incrementally.results(
            "{ team @stream(initialCount: 1) { id required } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"team":[{"id":"1","required":"yes"}]},"pending":[{"id":"0","path":["team"]}],\#
                "hasNext":true}
                """#,
                #"{"incremental":[{"id":"0","items":[{"id":"2","required":"yes"}]}],"hasNext":true}"#,
                #"""
                {"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Hero.req\#
                uired.","locations":[{"line":1,"column":38}],"path":["team",2,"required"]}]}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func failsTheListWhereAFirstItemFails() async throws {
        let results = try await Incrementally.results(
            "{ crew @stream(initialCount: 2) { id } version }"
        )
        #expect(
            results == [
                #"""
                {"data":{"crew":null,"version":7},\#
                "errors":[{"message":"Cannot return null for non-nullable field Query.crew.",\#
                "locations":[{"line":1,"column":3}],"path":["crew",1]}]}
                """#
            ]
        )
    }

    @Test func refusesANegativeCount() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream(initialCount: -1) { id } version }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":null,"version":7},\#
                "errors":[{"message":"initialCount must be a positive integer","locations":[{"line":1,\#
                "column":3}],"path":["heroes"]}]}
                """#
            ]
        )
    }

    @Test func refusesNoCount() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream(initialCount: null) { id } version }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":null,"version":7},\#
                "errors":[{"message":"initialCount must be a positive integer","locations":[{"line":1,\#
                "column":3}],"path":["heroes"]}]}
                """#
            ]
        )
    }

    @Test func refusesACountThatIsNoNumber() async throws {
        let results = try await Incrementally.results(
            #"{ heroes @stream(initialCount: "1") { id } version }"#
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":null,"version":7},\#
                "errors":[{"message":"Argument \"initialCount\" has invalid value: Int cannot represent non-inte\#
                ger value: \"1\"","locations":[{"line":1,"column":32}],"path":["heroes"]}]}
                """#
            ]
        )
    }

    @Test func expectsAList() async throws {
        let results = try await Incrementally.results(
            "{ broken hero { friends: friend @stream { id } } }"
        )
        #expect(
            results == [
                #"{"data":{"broken":5,"hero":{"friends":{"id":"2"}}}}"#
            ]
        )
    }

    @Test func cancelsStreamsBelowANullOfTheInitialResult() async throws {
        let results = try await Incrementally.results(
            "{ hero { friends @stream { id } required } version }"
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":null,"version":7},\#
                "errors":[{"message":"Cannot return null for non-nullable field Hero.required.",\#
                "locations":[{"line":1,"column":33}],"path":["hero","required"]}]}
                """#
            ]
        )
    }
}
