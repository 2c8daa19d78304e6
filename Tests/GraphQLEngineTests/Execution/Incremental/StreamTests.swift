import JSON
import Testing

/// Items of lists with `@stream` are delivered after the initial result.
struct StreamTests {
    @Test func streamsAllItems() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream { name } }"
        )
        #expect(
            results == [
                #"{"data":{"heroes":[]},"pending":[{"id":"0","path":["heroes"]}],"hasNext":true}"#,
                #"""
                {"incremental":[{"id":"0","items":[{"name":"Luke"},{"name":"Han"},\#
                {"name":"Leia"}]}],"completed":[{"id":"0"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func keepsTheFirstItems() async throws {
        let results = try await Incrementally.results(
            #"{ heroes @stream(initialCount: 1, label: "More") { name } }"#
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"name":"Luke"}]},"pending":[{"id":"0","path":["heroes"],"label":"More"}],\#
                "hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","items":[{"name":"Han"},\#
                {"name":"Leia"}]}],"completed":[{"id":"0"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func takesTheCountFromAVariable() async throws {
        let results = try await Incrementally.results(
            "query ($count: Int) { heroes @stream(initialCount: $count) { id } }",
            ["count": 2]
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

    @Test func completesAListThatIsAtItsEnd() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream(initialCount: 3) { id } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"id":"1"},{"id":"2"},{"id":"3"}]},\#
                "pending":[{"id":"0","path":["heroes"]}],"hasNext":true}
                """#,
                #"{"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func givesASingleResultForAShorterList() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream(initialCount: 4) { id } }"
        )
        #expect(
            results == [
                #"{"data":{"heroes":[{"id":"1"},{"id":"2"},{"id":"3"}]}}"#
            ]
        )
    }

    @Test func givesASingleResultWhereTheConditionIsFalse() async throws {
        let results = try await Incrementally.results(
            """
            query ($later: Boolean!) { heroes @stream(if: $later) { id } numbers: primes @stream(if: false) }
            """,
            ["later": false]
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"id":"1"},{"id":"2"},{"id":"3"}],"numbers":null},\#
                "errors":[{"message":"Cannot return null for non-nullable field Query.primes.",\#
                "locations":[{"line":1,"column":62}],"path":["numbers",1]}]}
                """#
            ]
        )
    }

    @Test func streamsLeaves() async throws {
        let results = try await Incrementally.results(
            "{ matrix @stream(initialCount: 1) version }"
        )
        #expect(
            results == [
                #"{"data":{"matrix":[[1,2]],"version":7},"pending":[{"id":"0","path":["matrix"]}],"hasNext":true}"#,
                #"{"incremental":[{"id":"0","items":[[3],[]]}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func streamsTheOuterListAlone() async throws {
        let results = try await Incrementally.results(
            "{ matrix @stream }"
        )
        #expect(
            results == [
                #"{"data":{"matrix":[]},"pending":[{"id":"0","path":["matrix"]}],"hasNext":true}"#,
                #"{"incremental":[{"id":"0","items":[[1,2],[3],[]]}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func streamsNoNull() async throws {
        let results = try await Incrementally.results(
            "{ absent @stream version }"
        )
        #expect(
            results == [
                #"{"data":{"absent":null,"version":7}}"#
            ]
        )
    }

    @Test func streamsListsOfOneLevelTogether() async throws {
        let results = try await Incrementally.results(
            "{ heroes { friends @stream { name } } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"friends":[]},{"friends":[]},{"friends":null}]},\#
                "pending":[{"id":"0","path":["heroes",0,"friends"]},\#
                {"id":"1","path":["heroes",1,"friends"]}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","items":[{"name":"Han"},{"name":"Leia"}]},\#
                {"id":"1","items":[{"name":"Luke"}]}],"completed":[{"id":"0"},{"id":"1"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func usesTheFirstFieldOfAMergedKey() async throws {
        let results = try await Incrementally.results(
            "{ heroes @stream(initialCount: 2) { id } heroes @stream(initialCount: 2) { name } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"id":"1","name":"Luke"},{"id":"2","name":"Han"}]},\#
                "pending":[{"id":"0","path":["heroes"]}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","items":[{"id":"3","name":"Leia"}]}],"completed":[{"id":"0"}],\#
                "hasNext":false}
                """#,
            ]
        )
    }
}
