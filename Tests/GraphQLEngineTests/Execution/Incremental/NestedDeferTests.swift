import JSON
import Testing

/// A deferred fragment in another one is announced when the other is complete.
struct NestedDeferTests {
    @Test func announcesTheInnerFragmentLater() async throws {
        let results = try await Incrementally.results(
            #"{ ... @defer(label: "Outer") { hero { id ... @defer(label: "Inner") { name } } } }"#
        )
        #expect(
            results == [
                #"{"data":{},"pending":[{"id":"0","path":[],"label":"Outer"}],"hasNext":true}"#,
                #"""
                {"pending":[{"id":"1","path":["hero"],"label":"Inner"}],"incremental":[{"id":"0",\#
                "data":{"hero":{"id":"1"}}},{"id":"1","data":{"name":"Luke"}}],"completed":[{"id":"0"},\#
                {"id":"1"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func announcesTheInnerFragmentInPlaceOfAnEmptyOne() async throws {
        let results = try await Incrementally.results(
            #"{ version ... @defer(label: "Outer") { ... @defer(label: "Inner") { hero { id } } } }"#
        )
        #expect(
            results == [
                #"{"data":{"version":7},"pending":[{"id":"0","path":[],"label":"Inner"}],"hasNext":true}"#,
                #"{"incremental":[{"id":"0","data":{"hero":{"id":"1"}}}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func leavesFieldsToTheOuterFragment() async throws {
        let results = try await Incrementally.results(
            #"""
            { ... @defer(label: "Outer") { version ... @defer(label: "Inner") { version guest { name } } } }
            """#
        )
        #expect(
            results == [
                #"{"data":{},"pending":[{"id":"0","path":[],"label":"Outer"}],"hasNext":true}"#,
                #"""
                {"pending":[{"id":"1","path":[],"label":"Inner"}],"incremental":[{"id":"0",\#
                "data":{"version":7}},{"id":"1","data":{"guest":{"name":"R2"}}}],"completed":[{"id":"0"},\#
                {"id":"1"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func nestsThreeLevels() async throws {
        let results = try await Incrementally.results(
            #"""
            { ... @defer(label: "1") { version ... @defer(label: "2") { hero { id } ... @defer(label: "3") {
            guest { name } } } } }
            """#
        )
        #expect(
            results == [
                #"{"data":{},"pending":[{"id":"0","path":[],"label":"1"}],"hasNext":true}"#,
                #"""
                {"pending":[{"id":"1","path":[],"label":"2"},{"id":"2","path":[],"label":"3"}],\#
                "incremental":[{"id":"0","data":{"version":7}},{"id":"1","data":{"hero":{"id":"1"}}},\#
                {"id":"2","data":{"guest":{"name":"R2"}}}],"completed":[{"id":"0"},{"id":"1"},\#
                {"id":"2"}],"hasNext":false}
                """#,
            ]
        )
    }
}
