import JSON
import Testing

/// Fragments with `@defer` are delivered after the initial result.
struct DeferTests {
    @Test func deliversAFragmentLater() async throws {
        let results = try await Incrementally.results(
            "{ version ... @defer { hero { name } } }"
        )
        #expect(
            results == [
                #"{"data":{"version":7},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                #"""
                {"incremental":[{"id":"0","data":{"hero":{"name":"Luke"}}}],"completed":[{"id":"0"}],\#
                "hasNext":false}
                """#,
            ]
        )
    }

    @Test func tellsPathAndLabel() async throws {
        let results = try await Incrementally.results(
            #"{ hero { id ...Names @defer(label: "Names") } } fragment Names on Hero { name }"#
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"],"label":"Names"}],"hasNext":true}
                """#,
                #"{"incremental":[{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test(arguments: [true, false]) func followsAVariable(isDeferred: Bool) async throws {
        let results = try await Incrementally.results(
            "query ($if: Boolean!) { hero { id } ... @defer(if: $if) { version } }",
            ["if": .bool(isDeferred)]
        )
        #expect(
            results
                == (isDeferred
                    ? [
                        #"{"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                        #"{"incremental":[{"id":"0","data":{"version":7}}],"completed":[{"id":"0"}],"hasNext":false}"#,
                    ]
                    : [#"{"data":{"hero":{"id":"1"},"version":7}}"#])
        )
    }

    @Test func aVariableOfAnotherTypeDecidesNothing() async throws {
        let results = try await Incrementally.results(
            "query ($if: Last) { ... @defer(if: $if) { version } }",
            ["if": .object([:])]
        )
        #expect(results.count == 2)
    }

    @Test func defersForEachItemOfAList() async throws {
        let results = try await Incrementally.results(
            "{ heroes { id ... @defer { name } } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"heroes":[{"id":"1"},{"id":"2"},{"id":"3"}]},"pending":[{"id":"0","path":["heroes",0]},\#
                {"id":"1","path":["heroes",1]},{"id":"2","path":["heroes",2]}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","data":{"name":"Luke"}},{"id":"1","data":{"name":"Han"}},\#
                {"id":"2","data":{"name":"Leia"}}],"completed":[{"id":"0"},{"id":"1"},{"id":"2"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func deliversReadyFragmentsTogether() async throws {
        let results = try await Incrementally.results(
            #"{ ... @defer(label: "A") { version } ... @defer(label: "B") { hero { id } } }"#
        )
        #expect(
            results == [
                #"""
                {"data":{},"pending":[{"id":"0","path":[],"label":"A"},\#
                {"id":"1","path":[],"label":"B"}],"hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","data":{"version":7}},{"id":"1","data":{"hero":{"id":"1"}}}],\#
                "completed":[{"id":"0"},{"id":"1"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func givesASingleResultWhereTheConditionIsFalse() async throws {
        let results = try await Incrementally.results(
            """
            query ($later: Boolean!) { version ... @defer(if: $later) { hero { id } } ... @defer(if: false) {
            guest { name } } }
            """,
            ["later": false]
        )
        #expect(
            results == [
                #"{"data":{"version":7,"hero":{"id":"1"},"guest":{"name":"R2"}}}"#
            ]
        )
    }

    @Test func defersWhereTheConditionIsTrue() async throws {
        let results = try await Incrementally.results(
            "query ($later: Boolean!) { version ... @defer(if: $later) { hero { id } } }",
            ["later": true]
        )
        #expect(
            results == [
                #"{"data":{"version":7},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                #"{"incremental":[{"id":"0","data":{"hero":{"id":"1"}}}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func leavesOutWhatIsSkipped() async throws {
        let results = try await Incrementally.results(
            """
            { version ... @defer @skip(if: true) { hero { id } } ... @defer { guest @include(if: false) { name }
            } }
            """
        )
        #expect(
            results == [
                #"{"data":{"version":7}}"#
            ]
        )
    }

    @Test func defersOnlyWhatTheTypeConditionMeets() async throws {
        let results = try await Incrementally.results(
            "{ guest { name ... on Hero @defer { id } ... on Robot @defer { model } } }"
        )
        #expect(
            results == [
                #"{"data":{"guest":{"name":"R2"}},"pending":[{"id":"0","path":["guest"]}],"hasNext":true}"#,
                #"{"incremental":[{"id":"0","data":{"model":"D2"}}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func spreadsADeferredFragmentOnce() async throws {
        let results = try await Incrementally.results(
            "{ hero { ...Names ...Names @defer } } fragment Names on Hero { name }"
        )
        #expect(
            results == [
                #"{"data":{"hero":{"name":"Luke"}}}"#
            ]
        )
    }

    @Test func spreadsAFragmentAgainWithoutDefer() async throws {
        let results = try await Incrementally.results(
            "{ hero { ...Names @defer ...Names } } fragment Names on Hero { name }"
        )
        #expect(
            results == [
                #"{"data":{"hero":{"name":"Luke"}}}"#
            ]
        )
    }

    @Test func deliversAnEmptyObjectAtOnce() async throws {
        let results = try await Incrementally.results(
            "{ ... @defer { version } }"
        )
        #expect(
            results == [
                #"{"data":{},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                #"{"incremental":[{"id":"0","data":{"version":7}}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func defersFieldsOfMutationsAfterAllOfThem() async throws {
        let results = try await Incrementally.results(
            "mutation { first { id ... @defer { name } } second { id } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"first":{"id":"1"},"second":{"id":"2"}},\#
                "pending":[{"id":"0","path":["first"]}],"hasNext":true}
                """#,
                #"{"incremental":[{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func endsWithAFragmentThatSpreadsItself() async throws {
        let results = try await Incrementally.results(
            "{ hero { ...Self } } fragment Self on Hero { id friend { ...Self @defer } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":{"id":"1","friend":{}}},"pending":[{"id":"0","path":["hero","friend"]}],\#
                "hasNext":true}
                """#,
                #"""
                {"incremental":[{"id":"0","data":{"id":"2","friend":null}}],"completed":[{"id":"0"}],\#
                "hasNext":false}
                """#,
            ]
        )
    }
}
