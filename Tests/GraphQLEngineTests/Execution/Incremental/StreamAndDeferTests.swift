import JSON
import Testing

/// Streams and deferred fragments inside one another are announced when what is around them is delivered.
struct StreamAndDeferTests {
    @Test func defersInStreamedItems() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream(initialCount: 1) { id ... @defer { name } } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"id":"1"}]},"pending":[{"id":"0","path":["heroes",0]},\#
                {"id":"1","path":["heroes"]}],"hasNext":true}
                """#,
                #"{"incremental":[{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}],"hasNext":true}"#,
                #"""
                {"pending":[{"id":"2","path":["heroes",1]},{"id":"3","path":["heroes",2]}],\#
                "incremental":[{"id":"1","items":[{"id":"2"},{"id":"3"}]},{"id":"2","data":{"name":"Han"}},\#
                {"id":"3","data":{"name":"Leia"}}],"completed":[{"id":"1"},{"id":"2"},{"id":"3"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func streamsInADeferredFragment() async throws {
        let results = try await Incrementally.results(
            "{ version ... @defer { heroes @stream(initialCount: 1) { id } } }"
        )
        #expect(
            results == [
                #"{"data":{"version":7},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                #"""
                {"pending":[{"id":"1","path":["heroes"]}],"incremental":[{"id":"0",\#
                "data":{"heroes":[{"id":"1"}]}}],"completed":[{"id":"0"}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"1","items":[{"id":"2"},{"id":"3"}]}],"completed":[{"id":"1"}],\#
                "hasNext":false}
                """#,
            ]
        )
    }

    @Test func streamsInStreamedItems() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream(initialCount: 1) { id friends @stream { name } } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"id":"1","friends":[]}]},"pending":[{"id":"0","path":["heroes",0,\#
                "friends"]},{"id":"1","path":["heroes"]}],"hasNext":true}
                """#,
                #"""
                {"pending":[{"id":"2","path":["heroes",1,"friends"]}],"incremental":[{"id":"0",\#
                "items":[{"name":"Han"},{"name":"Leia"}]},{"id":"1","items":[{"id":"2","friends":[]},\#
                {"id":"3","friends":null}]}],"completed":[{"id":"0"},{"id":"1"}],"hasNext":true}
                """#,
                #"{"incremental":[{"id":"2","items":[{"name":"Luke"}]}],"completed":[{"id":"2"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func deliversFragmentsBeforeStreams() async throws {
        let results = try await Incrementally.results(
            #"{ ... @defer(label: "D") { version } numbers: matrix @stream(initialCount: 2) }"#
        )
        #expect(
            results == [
                #"""
                {"data":{"numbers":[[1,2],[3]]},"pending":[{"id":"0","path":[],"label":"D"},\#
                {"id":"1","path":["numbers"]}],"hasNext":true}
                """#,
                #"{"incremental":[{"id":"0","data":{"version":7}}],"completed":[{"id":"0"}],"hasNext":true}"#,
                #"{"incremental":[{"id":"1","items":[[]]}],"completed":[{"id":"1"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func doesNotDeferAStreamedFieldTwice() async throws {
        let results = try await Incrementally.results(
            """
            { ... @defer { heroes @stream(initialCount: 2) { id } } heroes @stream(initialCount: 2) { id } }
            """
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"id":"1"},{"id":"2"}]},"pending":[{"id":"0","path":["heroes"]}],\#
                "hasNext":true}
                """#,
                #"{"incremental":[{"id":"0","items":[{"id":"3"}]}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }
}
