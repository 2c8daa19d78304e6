import GraphQLEngine
import Testing

/// Whatever the bytes, the parser answers with a document or a syntax error.
@Suite struct RobustnessTests {
    static let documents = [KitchenSink.executable, KitchenSink.typeSystem]

    @Test(arguments: documents)
    func truncatedAtEveryByte(text: String) throws {
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            parse(Array(bytes[..<length]))
        }
    }

    @Test(arguments: documents)
    func withoutAnyOneByte(text: String) throws {
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            parse(Array(bytes[..<index] + bytes[(index + 1)...]))
        }
    }

    @Test(arguments: documents, 0..<4 as Range<UInt64>)
    func mutatedBytes(text: String, seed: UInt64) throws {
        let interesting = Array("{}[]()$@!|&=:.\"\\#-0e{u\n\r \u{FEFF}é😀".utf8) + [0, 0xFF, 0xC0, 0x80]
        let original = Array(text.utf8)
        var generator = SplitMix(state: seed)
        for _ in 0..<1_500 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes.remove(at: index)
                case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 2: bytes[index] = interesting.randomElement(using: &generator) ?? 0
                default: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: index)
                }
            }
            parse(bytes)
        }
    }

    /// A document that parses must print, and what is printed must parse to the same print.
    private func parse(_ bytes: [UInt8]) {
        do throws(SyntaxError) {
            let printed = try Document.parse(Source(bytes: bytes)).printed()
            let again = try? Document.parse(Source(printed)).printed()
            #expect(again == printed, "not stable: \(bytes)")
        } catch {
            #expect(error.message.hasPrefix("Syntax Error: "))
            #expect((0...bytes.count).contains(Int(error.offset)))
        }
    }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
