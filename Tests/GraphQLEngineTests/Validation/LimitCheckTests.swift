import JSON
import Testing

@testable import GraphQLEngine

@Suite struct LimitCheckTests {
    private func errors(_ text: String, _ limits: RequestLimits = RequestLimits()) throws -> [GraphQLError] {
        LimitCheck.check(try Document.parse(Source(text)), limits: limits)
    }

    private func exceeded(_ text: String, _ limits: RequestLimits = RequestLimits()) throws -> [JSONValue] {
        try errors(text, limits).compactMap { $0.extensions["limit"] }
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "a { ", count: depth - 1) + "a" + String(repeating: " }", count: depth - 1)
    }

    @Test func anErrorSaysWhichLimitAndHowMuch() throws {
        let error = try #require(try errors("{ \(nested(13)) }").first)
        #expect(error.summary == "Fields are nested too deeply: 13 where at most 12 are allowed. @1:1")
        #expect(error.extensions == ["limit": "depth", "maximum": 12, "actual": 13] as JSONObject)
        #expect(error.kind == .complexity)
    }

    @Test func depthCountsFieldsWithFragmentsInPlace() throws {
        #expect(try exceeded("{ \(nested(12)) }") == [])
        #expect(try exceeded("{ ... { a { ...F } } } fragment F on A { \(nested(11)) }") == [])
        #expect(try exceeded("{ ... { a { ...F } } } fragment F on A { \(nested(12)) }") == ["depth"])
    }

    @Test func introspectionHasItsOwnDepth() throws {
        #expect(try exceeded("{ __schema { \(nested(15)) } }") == [])
        #expect(try exceeded("{ __schema { \(nested(16)) } }") == ["introspectionDepth"])
        let lists = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"
        #expect(try exceeded(lists) == ["introspectionLists"])
    }

    @Test func theUsualIntrospectionQueryPasses() throws {
        let ofType = String(repeating: "ofType { kind name ", count: 9) + String(repeating: "}", count: 9)
        let text = """
            query IntrospectionQuery {
              __schema {
                queryType { name }
                types { ...FullType }
                directives { name args(includeDeprecated: true) { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind
              fields(includeDeprecated: true) { name args { ...InputValue } type { ...TypeRef } }
              inputFields { ...InputValue }
              interfaces { ...TypeRef }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name type { ...TypeRef } defaultValue }
            fragment TypeRef on __Type { kind name \(ofType) }
            """
        #expect(try exceeded(text) == [])
        #expect(try KennelSchema.errors(in: text) == [])
    }

    @Test func aliasesAreCounted() throws {
        let aliases = { (count: Int) in "{ a { \((0..<count).map { "a\($0): x" }.joined(separator: " ")) } }" }
        #expect(try exceeded(aliases(30)) == [])
        let error = try #require(try errors(aliases(31)).first)
        #expect(error.summary == "Too many aliases: 31 where at most 30 are allowed. @1:207")
        #expect(try exceeded(aliases(10_000)) == ["aliases"])
    }

    @Test func rootFieldsAreCountedThroughFragments() throws {
        let fields = { (count: Int) in String(repeating: "a ", count: count) }
        #expect(try exceeded("{ \(fields(20)) }") == [])
        #expect(try exceeded("{ \(fields(10)) ... { ...F ...F } } fragment F on Query { \(fields(10)) }") == [])
        #expect(
            try exceeded("{ \(fields(10)) ... { ...F ...F } } fragment F on Query { \(fields(11)) }") == ["rootFields"]
        )
        #expect(try exceeded("mutation { \(fields(25)) }") == [])
        #expect(try exceeded("mutation { \(fields(26)) }") == ["rootFields"])
    }

    @Test func directivesAreCountedByNodeAndByDocument() throws {
        let directives = { (count: Int) in String(repeating: "@a ", count: count) }
        #expect(try exceeded("{ a \(directives(10)) }") == [])
        #expect(try exceeded("{ a \(directives(11)) }") == ["directivesPerNode"])
        #expect(try exceeded("query ($v: Int \(directives(11))) { a }") == ["directivesPerNode"])
        #expect(try exceeded("{ \(String(repeating: "a \(directives(10)) ", count: 6)) }") == ["directives"])
        #expect(try exceeded("{ a \(directives(10_000)) }") == ["directivesPerNode", "directives"])
    }

    @Test func fragmentsReachedAreCounted() throws {
        let chain = { (count: Int) in
            "{ ...F0 } " + (0..<count).map { "fragment F\($0) on Query { ...F\($0 + 1) } " }.joined()
        }
        #expect(try exceeded(chain(100)) == [])
        #expect(try exceeded(chain(101)) == ["fragments"])
        #expect(try exceeded(chain(20_000)) == ["fragments"])
        #expect(try exceeded("{ a } " + chain(200).dropFirst(10)) == [])
    }

    @Test func aLimitCanBeSwitchedOff() throws {
        #expect(try exceeded("{ \(nested(40)) }", RequestLimits(depth: nil)) == [])
        let text = "{ \((0..<40).map { "a\($0): x @a" }.joined(separator: " ")) }"
        #expect(try exceeded(text) == ["aliases", "rootFields"])
        #expect(try exceeded(text, .none) == [])
    }

    @Test func cyclesAndFanOutEnd() throws {
        #expect(try exceeded("{ ...A } fragment A on Query { a { ...B } } fragment B on Query { b { ...A } }") == [])
        let levels = (0..<25).map { "fragment F\($0) on Query { a { ...F\($0 + 1) } b { ...F\($0 + 1) } } " }.joined()
        #expect(try exceeded("{ ...F0 } \(levels) fragment F25 on Query { x }") == ["depth"])
    }

    @Test func chainsOfFragmentsAreBoundedWithoutALimitOnTheirNumber() throws {
        let chain = "{ ...F0 } " + (0..<20_000).map { "fragment F\($0) on Query { ...F\($0 + 1) } " }.joined()
        #expect(try exceeded(chain, .none) == [])
        #expect(try exceeded(chain, RequestLimits(fragments: nil)) == ["depth"])
    }

    @Test func everyOperationIsHeldToTheLimits() throws {
        #expect(try exceeded("query A { a } query B { \(nested(13)) } query C { a }") == ["depth"])
    }

    @Test func eachOperationCountsTheFragmentsThatItReaches() throws {
        let fragment = "fragment F on Query { \((0..<16).map { "a\($0): x" }.joined(separator: " ")) }"
        #expect(try exceeded("query A { ...F } query B { ...F } \(fragment)", RequestLimits(rootFields: 20)) == [])
        #expect(
            try exceeded("query A { a } query B { b: a ...F } \(fragment)", RequestLimits(aliases: 16)) == ["aliases"]
        )
        #expect(
            try exceeded("query A { ...F } query B { a ...F } \(fragment)", RequestLimits(rootFields: 16)) == [
                "rootFields"
            ]
        )
    }
}
