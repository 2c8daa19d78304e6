import GraphQLEngine
import Testing

@Suite struct PrinterTests {
    /// Definitions that are printed as they stand.
    @Test(arguments: [
        "{\n  a\n}", "query A {\n  a\n}", "query ($a: Int) {\n  a\n}", "query @a {\n  a\n}",
        "query A($a: [Int!]! = [1] @b, $c: D) @e(f: $a) @g {\n  a\n}", "mutation {\n  a\n}", "subscription A {\n  a\n}",
        "\"Says what.\"\nquery {\n  a\n}", "\"\"\"\nOne.\n\nTwo.\n\"\"\"\nfragment A on B @c {\n  a\n}",
        "query (\n\"The first.\"\n$a: Int\n$b: Int\n) {\n  a\n}",
        "{\n  a: b(c: 1) @d {\n    ... @e {\n      f\n    }\n    ... on G {\n      h\n    }\n    ...I @j\n  }\n}",
        "{\n  a(b: 1, c: -2.5e+3, d: \"e\\n\", f: G, h: true, i: false, j: null)\n}",
        "{\n  a(b: $c, d: [], e: [1, [2]], f: {  })\n}",
        "{\n  a(b: { c: 1, d: { e: [] } })\n}", "{\n  a(b: \"\"\"\n  line\n    more\n  \"\"\")\n}",
        "schema {\n  query: A\n}", "\"D.\"\nschema @a {\n  query: A\n  mutation: B\n  subscription: C\n}",
        "scalar A", "\"D.\"\nscalar A @b(c: 1)", "type A", "type A implements B & C @d {\n  e: [F!]!\n}",
        "type A {\n  \"D.\"\n  b(c: Int = 1 @d, e: [F] = []): G @h\n}",
        "type A {\n  b(\n    \"D.\"\n    c: Int\n    \"\"\"\n    E.\n    F.\n    \"\"\"\n    d: Int = 1\n  ): G\n}",
        "interface A implements B @c {\n  d: E\n}", "union A", "union A @b = C | D",
        "enum A {\n  \"D.\"\n  B @c\n  D\n}", "input A @b {\n  \"D.\"\n  c: [D!]! = [{ e: 1 }] @f\n  g: H\n}",
        "directive @a on FIELD", "\"D.\"\ndirective @a(b: Int = 1, c: D) repeatable on FIELD | ENUM_VALUE",
        "directive @a(\n  \"D.\"\n  b: Int\n) on QUERY", "extend schema @a", "extend schema {\n  query: A\n}",
        "extend scalar A @b", "extend type A implements B", "extend type A @b {\n  c: D\n}",
        "extend interface A {\n  b: C\n}",
        "extend union A = B", "extend union A @b", "extend enum A {\n  B\n}", "extend input A {\n  b: C = 1\n}",
        "{\n  query: fragment(on: on) {\n    type\n    true\n    null\n  }\n}",
        "{\n  a\n}\n\nfragment B on C {\n  d\n}\n\nscalar E",
    ])
    func canonicalText(text: String) throws {
        #expect(try Document.parse(Source(text)).printed() == text)
    }

    @Test(arguments: [
        ("query{a,b}", "{\n  a\n  b\n}"), ("query A{a}", "query A {\n  a\n}"),
        ("{a(b:{c:1})}", "{\n  a(b: { c: 1 })\n}"),
        ("type A implements & B{c:D}", "type A implements B {\n  c: D\n}"), ("union A=|B|C", "union A = B | C"),
        ("directive@a on|FIELD", "directive @a on FIELD"),
        ("{a(b:\"\\u00e9\\u0007\\u{1F600}\\/\")}", "{\n  a(b: \"é\\u0007😀/\")\n}"),
    ])
    func normalised(text: String, printed: String) throws {
        #expect(try Document.parse(Source(text)).printed() == printed)
    }

    @Test func argumentsBreakBeyond80Columns() throws {
        let fits = "alias: field(first: \"\(String(repeating: "a", count: 40))\", second: 12345)"
        #expect(fits.utf16.count == 78)
        for extra in ["", "67"] {
            let line = fits.replacing("345", with: "345" + extra)
            #expect(try Document.parse(Source("{ \(line) { x } }")).printed() == "{\n  \(line) {\n    x\n  }\n}")
        }
        let long = try Document.parse(Source("{ \(fits.replacing("345", with: "345678")) { x } }")).printed()
        let first = "first: \"\(String(repeating: "a", count: 40))\""
        #expect(long == "{\n  alias: field(\n    \(first)\n    second: 12345678\n  ) {\n    x\n  }\n}")
    }

    @Test func valuesBreakBeyond80Columns() throws {
        let half = "\"\(String(repeating: "é", count: 36))\""
        let (list, value) = try Document.parseValue(Source("[\(half) \(half)]"))
        #expect(list.printedValue(value) == "[\(half), \(half)]")
        let (longer, longerValue) = try Document.parseValue(Source("[\(half) \(half) 1]"))
        #expect(longer.printedValue(longerValue) == "[\n  \(half)\n  \(half)\n  1\n]")
        let (object, objectValue) = try Document.parseValue(Source("{a: \(half) b: {c: \(half)}}"))
        #expect(object.printedValue(objectValue) == "{\n  a: \(half)\n  b: { c: \(half) }\n}")
    }

    @Test(arguments: ["A", "A!", "[A]", "[A!]!", "[[[A!]!]!]!"])
    func types(text: String) throws {
        let (document, type) = try Document.parseType(Source(" \(text) "))
        #expect(document.printedType(type) == text)
    }

    @Test(arguments: [KitchenSink.executable, KitchenSink.typeSystem])
    func kitchenSinkRoundTrip(text: String) throws {
        let document = try Document.parse(Source(text))
        let again = try Document.parse(Source(document.printed()))
        #expect(again.printed() == document.printed())
        #expect(again.definitions.count == document.definitions.count)
        #expect(again.strings.map(\.text) == document.strings.map(\.text))
        #expect(again.values.count == document.values.count)
        #expect(again.symbols.sorted() == document.symbols.sorted())
    }
}
