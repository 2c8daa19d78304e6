import GraphQLEngine
import Testing

/// Section 3.10 "Input Objects", InputObjectDefaultValueHasCycle.
@Suite struct DefaultValueCyclesTests {
    private static let prefix = "Invalid circular reference. The default value of Input Object field"

    @Test func directAndIndirect() throws {
        let errors = try schemaErrors("type Query { a: Int} input I { c: I = {} b: I = {c: {}} }")
        #expect(
            errors == """
                \(Self.prefix) I.c references itself. 1:39
                \(Self.prefix) I.c references itself via the default values of: I.b. 1:39 1:49
                \(Self.prefix) I.b references itself. 1:49
                \(Self.prefix) I.b references itself. 1:49
                """
        )
    }

    @Test func acrossTypesAndLists() throws {
        let errors = try schemaErrors(
            "type Query { a: Int } input A { b: [B!] = [{}] } input B { a: A = {} c: C = {b: null} } input C { b: B = {} }"
        )
        #expect(errors == "\(Self.prefix) A.b references itself via the default values of: B.a. 1:43 1:67")
    }

    /// Chains are as long as the schema: neither may they overflow the stack nor take quadratic time.
    @Test func aLongChain() throws {
        let count = 20_000
        var text = "type Query { a(i: I0 = {}): Int } input I\(count) { i: Int = 1 }\n"
        for index in 0..<count { text += "input I\(index) { i: I\(index + 1)! = {} }\n" }
        #expect(try schemaErrors(text).isEmpty)
    }
}
