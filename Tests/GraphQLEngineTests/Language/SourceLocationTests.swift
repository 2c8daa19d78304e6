import GraphQLEngine
import Testing

@Suite struct SourceLocationTests {
    @Test func offsetsInAnyOrder() {
        let line = "é😀 and some more text of this line\r\n"
        let source = Source(String(repeating: line, count: 1_000))
        let bytes = line.utf8.count
        for number in [999, 0, 500, 499, 998, 1, 30] {
            let start = Int32(number * bytes)
            #expect(source.location(at: start) == SourceLocation(line: number + 1, column: 1))
            #expect(source.location(at: start + 2) == SourceLocation(line: number + 1, column: 2))
            #expect(source.location(at: start + 6) == SourceLocation(line: number + 1, column: 4))
            #expect(source.location(at: start + 8) == SourceLocation(line: number + 1, column: 6))
        }
    }

    /// A line break, or a character of several bytes, may lie across any boundary.
    @Test(arguments: 0..<8)
    func everyAlignment(padding: Int) {
        let source = Source(String(repeating: " ", count: padding) + String(repeating: "😀\r\n", count: 2_000))
        for line in 1..<2_000 {
            let location = source.location(at: Int32(padding + 6 * line))
            #expect(location == SourceLocation(line: line + 1, column: 1))
        }
    }

    @Test func pastTheEnd() {
        #expect(Source("a\nb").location(at: 100) == SourceLocation(line: 2, column: 2))
        #expect(Source("").location(at: 0) == SourceLocation(line: 1, column: 1))
    }

    @Test(.timeLimit(.minutes(1)))
    func manyLocationsInOneLongLine() {
        let source = Source(String(repeating: "a ", count: 500_000))
        for offset in stride(from: Int32(999_999), through: 0, by: -250) {
            #expect(source.location(at: offset).column == Int(offset) + 1)
        }
    }
}
