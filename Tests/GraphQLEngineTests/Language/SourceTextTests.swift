import GraphQLEngine
import Testing

/// Section 2.1 "Source Text".
@Suite struct SourceTextTests {
    @Test func everyScalarMayStandInStringsAndComments() throws {
        let scalars = [
            "\u{0}", "\u{8}", "\u{7F}", "\u{85}", "\u{2028}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10FFFF}",
        ]
        for scalar in scalars {
            let document = try Document.parse(Source("{ a(b: \"\(scalar)\", c: \"\"\"\(scalar)\"\"\") } # \(scalar)"))
            #expect(document.strings.map(\.text) == [scalar, scalar])
        }
    }

    @Test(arguments: [
        "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{3000}", "\u{B}", "\u{C}", "\u{0}", "\u{200B}", "é", "𝒜",
    ])
    func otherSpacesAndLettersAreNotIgnored(character: String) throws {
        let value = try #require(character.unicodeScalars.first).value
        let digits = String(value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        #expect(try syntaxError("{\n a\(character)b }") == "Unexpected character: \(name). (2:3)")
    }

    @Test func byteOrderMarksAreIgnoredAnywhere() throws {
        #expect(try printed("\u{FEFF}{\u{FEFF}a\u{FEFF},\u{FEFF}b}\u{FEFF}") == "{\n  a\n  b\n}")
        #expect(try syntaxError("\u{FEFF}{\u{FEFF}?") == "Unexpected character: \"?\". (1:4)")
    }

    @Test(arguments: [("\n", 2), ("\r", 2), ("\r\n", 2), ("\n\r", 3), ("\r\r\n", 3), ("\r\n\r\n", 3), ("\u{2028}", 0)])
    func lineTerminators(text: String, line: Int) throws {
        let expected = line == 0 ? "Unexpected character: U+2028. (1:1)" : "Unexpected character: \"?\". (\(line):3)"
        #expect(try syntaxError("\(text)  ?") == expected)
    }

    @Test func commentsEndWithTheirLine() throws {
        #expect(try printed("{ a # b\r c # \"d\" }\n e #\n}#") == "{\n  a\n  c\n  e\n}")
        #expect(try syntaxError("# only") == "Unexpected <EOF>. (1:7)")
    }

    @Test func commasAreIgnoredAnywhere() throws {
        #expect(try printed(",query,A,,(,$a,:,B,,=,[,1,,],),{,a,},") == "query A($a: B = [1]) {\n  a\n}")
    }

    /// Tokens are the longest that they can be.
    @Test func tokensNeedNoSpaceBetweenThemWhereNothingElseCanBeMeant() throws {
        #expect(try printed("{a(b:[1\"c\"\"\"d]){...e}}") == "{\n  a(b: [1, \"c\", \"\", d]) {\n    ...e\n  }\n}")
        #expect(try syntaxError("{a(b:[1a])}") == "Invalid number, expected digit but got: \"a\". (1:8)")
        #expect(try syntaxError("{a....b}") == "Unexpected character: \".\". (1:6)")
    }
}
