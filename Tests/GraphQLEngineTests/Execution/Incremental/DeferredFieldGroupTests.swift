import JSON
import Testing

/// Fields are executed once for the deferred fragments that they belong to, and not again if the initial result has them.
struct DeferredFieldGroupTests {
    @Test func doesNotRepeatTheInitialResult() async throws {
        let results = try await Incrementally.results(
            "{ hero { name } ... @defer { hero { name id } } }"
        )
        #expect(
            results == [
                #"{"data":{"hero":{"name":"Luke"}},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                #"""
                {"incremental":[{"id":"0","subPath":["hero"],"data":{"id":"1"}}],"completed":[{"id":"0"}],\#
                "hasNext":false}
                """#,
            ]
        )
    }

    @Test func givesASingleResultWhereNothingIsLeft() async throws {
        let results = try await Incrementally.results(
            "{ version hero { id } ... @defer { version hero { id } } }"
        )
        #expect(
            results == [
                #"{"data":{"version":7,"hero":{"id":"1"}}}"#
            ]
        )
    }

    @Test func deliversSharedFieldsWithTheFirstFragment() async throws {
        let results = try await Incrementally.results(
            #"""
            { ... @defer(label: "A") { version hero { id } } ... @defer(label: "B") { version guest { name } } }
            """#
        )
        #expect(
            results == [
                #"""
                {"data":{},"pending":[{"id":"0","path":[],"label":"A"},\#
                {"id":"1","path":[],"label":"B"}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","data":{"version":7}},{"id":"0","data":{"hero":{"id":"1"}}},\#
                {"id":"1","data":{"guest":{"name":"R2"}}}],"completed":[{"id":"0"},{"id":"1"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func mergesSelectionsOfSharedFields() async throws {
        let results = try await Incrementally.results(
            #"{ ... @defer(label: "A") { hero { id } } ... @defer(label: "B") { hero { id name } } }"#
        )
        #expect(
            results == [
                #"""
                {"data":{},"pending":[{"id":"0","path":[],"label":"A"},\#
                {"id":"1","path":[],"label":"B"}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","data":{"hero":{"id":"1"}}},\#
                {"id":"1","subPath":["hero"],"data":{"name":"Luke"}}],"completed":[{"id":"0"},\#
                {"id":"1"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func tellsWhereDataBelongsBelowTheFragment() async throws {
        let results = try await Incrementally.results(
            "{ hero { friend { id } } ... @defer { hero { friend { name } } } }"
        )
        #expect(
            results == [
                #"{"data":{"hero":{"friend":{"id":"2"}}},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                #"""
                {"incremental":[{"id":"0","subPath":["hero","friend"],"data":{"name":"Han"}}],\#
                "completed":[{"id":"0"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func choosesTheNearestFragment() async throws {
        let results = try await Incrementally.results(
            #"""
            { hero { ... @defer(label: "Near") { friend { name } } id } ... @defer(label: "Far") { hero { friend
            { name } } } }
            """#
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"],"label":"Near"},\#
                {"id":"1","path":[],"label":"Far"}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","data":{"friend":{"name":"Han"}}}],"completed":[{"id":"0"},\#
                {"id":"1"}],"hasNext":false}
                """#,
            ]
        )
    }
}
