import JSON
import Testing

/// An error stays within the deferred fragment that it occurs in.
struct DeferredErrorTests {
    @Test func deliversErrorsWithTheirData() async throws {
        let results = try await Incrementally.results(
            "{ hero { id ... @defer { failing name } } }"
        )
        #expect(
            results == [
                #"{"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}"#,
                #"""
                {"incremental":[{"id":"0","data":{"failing":null,"name":"Luke"},\#
                "errors":[{"message":"It failed.","locations":[{"line":1,"column":26}],"path":["hero",\#
                "failing"]}]}],"completed":[{"id":"0"}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func failsTheFragmentThatNullReaches() async throws {
        let results = try await Incrementally.results(
            "{ hero { id ... @defer { name required } } }"
        )
        #expect(
            results == [
                #"{"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}"#,
                #"""
                {"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Hero.req\#
                uired.","locations":[{"line":1,"column":31}],"path":["hero","required"]}]}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func stopsAtANullableFieldOfTheFragment() async throws {
        let results = try await Incrementally.results(
            "{ ... @defer { version hero { required } } }"
        )
        #expect(
            results == [
                #"{"data":{},"pending":[{"id":"0","path":[]}],"hasNext":true}"#,
                #"""
                {"incremental":[{"id":"0","data":{"version":7,"hero":null},\#
                "errors":[{"message":"Cannot return null for non-nullable field Hero.required.",\#
                "locations":[{"line":1,"column":31}],"path":["hero","required"]}]}],"completed":[{"id":"0"}],\#
                "hasNext":false}
                """#,
            ]
        )
    }

    @Test func failsAllFragmentsThatShareTheField() async throws {
        let results = try await Incrementally.results(
            #"""
            { hero { id ... @defer(label: "A") { required } ... @defer(label: "B") { required name } } }
            """#
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"],"label":"A"},\#
                {"id":"1","path":["hero"],"label":"B"}],"hasNext":true}
                """#,
                #"""
                {"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Hero.req\#
                uired.","locations":[{"line":1,"column":38},{"line":1,"column":74}],"path":["hero",\#
                "required"]}]},{"id":"1","errors":[{"message":"Cannot return null for non-nullable field Hero.re\#
                quired.","locations":[{"line":1,"column":38},{"line":1,"column":74}],"path":["hero",\#
                "required"]}]}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func dropsFragmentsInsideAFailedOne() async throws {
        let results = try await Incrementally.results(
            "{ hero { id ... @defer { required ... @defer { name } } } }"
        )
        #expect(
            results == [
                #"{"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}"#,
                #"""
                {"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Hero.req\#
                uired.","locations":[{"line":1,"column":26}],"path":["hero","required"]}]}],"hasNext":false}
                """#,
            ]
        )
    }

    @Test func cancelsFragmentsBelowANullOfTheInitialResult() async throws {
        let results = try await Incrementally.results(
            "{ version hero { required ... @defer { name } } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"version":7,"hero":null},\#
                "errors":[{"message":"Cannot return null for non-nullable field Hero.required.",\#
                "locations":[{"line":1,"column":18}],"path":["hero","required"]}]}
                """#
            ]
        )
    }

    @Test func keepsFragmentsBesideANullOfTheInitialResult() async throws {
        let results = try await Incrementally.results(
            "{ hero { required ... @defer { name } } ... @defer { version } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":null},"errors":[{"message":"Cannot return null for non-nullable field Hero.requi\#
                red.","locations":[{"line":1,"column":10}],"path":["hero","required"]}],"pending":[{"id":"0",\#
                "path":[]}],"hasNext":true}
                """#,
                #"{"incremental":[{"id":"0","data":{"version":7}}],"completed":[{"id":"0"}],"hasNext":false}"#,
            ]
        )
    }

    @Test func failsWhereALabelIsNoString() async throws {
        let results = try await Incrementally.results(
            "{ version hero { id ... @defer(label: 5) { name } } }"
        )
        #expect(
            results == [
                #"""
                {"data":{"version":7,"hero":null},\#
                "errors":[{"message":"Argument \"label\" has invalid value: String cannot represent a non string\#
                 value: 5","locations":[{"line":1,"column":39}],"path":["hero"]}]}
                """#
            ]
        )
    }

    @Test func failsWhereAConditionHasNoValue() async throws {
        let results = try await Incrementally.results(
            "query ($later: Boolean) { hero { id ... @defer(if: $later) { name } } }",
            ["later": nil]
        )
        #expect(
            results == [
                #"""
                {"data":{"hero":null},"errors":[{"message":"Argument \"if\" has invalid value: Expected variable\#
                 \"$later\" provided to non-null type \"Boolean!\" not to be null.","locations":[{"line":1,\#
                "column":52}],"path":["hero"]}]}
                """#
            ]
        )
    }

    @Test func failsTheRequestWhereTheRootHasAWrongCondition() async throws {
        let results = try await Incrementally.results(
            "{ version ... @defer(if: 1) { hero { id } } }"
        )
        #expect(
            results == [
                #"""
                {"data":null,"errors":[{"message":"Argument \"if\" has invalid value: Boolean cannot represent a\#
                 non boolean value: 1","locations":[{"line":1,"column":26}]}]}
                """#
            ]
        )
    }
}
