import Testing

/// Section 3.10 "Input Objects", InputObjectHasUnbreakableCycle.
@Suite struct FiniteInputObjectsTests {
    private static let reason = "cannot be provided a finite value because it references itself through fields:"

    @Test(arguments: [
        WrongSchema("input I { i: I! }", "Input Object I \(reason) I.i. 2:11"),
        WrongSchema(
            "input A { b: B! } input B { a: A! c: [B!]! }",
            "Input Object A \(reason) A.b, B.a. 2:11 2:29"
        ),
        WrongSchema(
            "input A { a: A! b: B! } input B { b: B! }",
            "Input Object A \(reason) A.a. 2:11\nInput Object B \(reason) B.b. 2:35"
        ),
        WrongSchema(
            "input A @oneOf { a: A b: B } input B { a: A! }",
            "Input Object A \(reason) A.a. 2:18\n"
                + "Input Object A \(reason) A.b, B.a. 2:23 2:40"
        ),
        WrongSchema("input A @oneOf { a: A b: Int }", ""),
        WrongSchema("input A { a: A b: [A!]! }", ""),
        WrongSchema("input A { b: B! } input B { a: A }", ""),
    ])
    func cycles(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors("type Query { a: Int }\n" + wrong.schema) == wrong.errors)
    }

    @Test func aLongChain() throws {
        let count = 20_000
        var text = "type Query { a: Int } input I\(count) { i: I0! }\n"
        for index in 0..<count { text += "input I\(index) { i: I\(index + 1)! }\n" }
        #expect(try schemaErrors(text).hasPrefix("Input Object I\(count) \(Self.reason) I\(count).i, I0.i, I1.i"))
    }
}
