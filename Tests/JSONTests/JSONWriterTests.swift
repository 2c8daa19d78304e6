import JSON
import Testing

@Suite struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(initialCapacity: 0)
        body(&writer)
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    @Test func writesPieces() {
        let text = written {
            $0.append("{\"a\":")
            $0.writeInt(-5)
            $0.append(UInt8(ascii: ","))
            $0.append(Array("\"b\":".utf8))
            $0.writeBool(true)
            $0.append(",\"c\":")
            $0.writeNull()
            $0.append("}")
        }
        #expect(text == #"{"a":-5,"b":true,"c":null}"#)
    }

    @Test func escapesWhereverTheByteStands() throws {
        for length in 0..<40 {
            for position in 0..<max(length, 1) where length > 0 {
                for byte: UInt8 in [0x00, 0x1F, 0x22, 0x5C, 0x0A, 0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F] {
                    var bytes = [UInt8](repeating: UInt8(ascii: "z"), count: length)
                    bytes[position] = byte
                    let text = String(decoding: bytes, as: UTF8.self)
                    let json = written { $0.writeString(text) }
                    #expect(try JSONReader().read(Array(json.utf8)) == .string(text))
                    #expect((json.utf8.count == length + 2) == (byte >= 0x20 && byte != 0x22 && byte != 0x5C))
                }
            }
        }
    }

    @Test func escapesAsECMAScriptDoes() {
        #expect(
            written { $0.writeString("\"\\\u{8}\u{c}\n\r\t\u{1}\u{1f}/ä😀\u{2028}\u{7f}") }
                == "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f/ä😀\u{2028}\u{7f}\""
        )
        #expect(written { $0.writeString("") } == "\"\"")
        #expect(written { $0.writeString(utf8: UnsafeRawBufferPointer(start: nil, count: 0)) } == "\"\"")
    }

    @Test(arguments: [0, 1, -1, 9, 10, 99, 100, 12_345, Int64.max, Int64.min, 1_000_000_000_000_000_000])
    func writesIntegers(value: Int64) {
        #expect(written { $0.writeInt(value) } == String(value))
    }

    /// The right-hand sides are what JSON.stringify of ECMAScript gives.
    @Test(arguments: [
        (1.0, "1"), (-1.0, "-1"), (-0.0, "0"), (0.1, "0.1"), (1.5, "1.5"), (100.25, "100.25"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"), (1.5e300, "1.5e+300"), (1e-6, "0.000001"), (1e-7, "1e-7"), (1.25e-7, "1.25e-7"),
        (5e-324, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
        (123_456_789_012_345_680_000, "123456789012345680000"),
        (9_007_199_254_740_993, "9007199254740992"), (-0.000001234, "-0.000001234"),
        (0.30000000000000004, "0.30000000000000004"),
        (Double.nan, "null"), (Double.infinity, "null"),
    ])
    func writesDoublesAsECMAScriptDoes(value: Double, text: String) {
        #expect(written { $0.writeDouble(value) } == text)
    }

    @Test func doublesReadBack() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            let text = written { $0.writeDouble(value) }
            #expect(Double(text) == value, "\(text)")
            #expect(throws: Never.self) { try JSONReader().read(Array(text.utf8)) }
        }
    }

    @Test func truncatesToAnEarlierCount() {
        let text = written {
            $0.append("[")
            let mark = $0.count
            $0.writeString(String(repeating: "lost", count: 1_000))
            $0.truncate(to: mark)
            $0.writeNull()
            $0.append("]")
        }
        #expect(text == "[null]")
    }

    @Test func lendsItsBytes() {
        var writer = JSONWriter()
        writer.writeInt(42)
        #expect(writer.withBytes { Array($0) } == Array("42".utf8))
    }

    @Test func objectsKeepTheirOrder() {
        var object = JSONObject()
        for key in ["z", "a", "m"] { object[key] = .string(key) }
        object["a"] = 1
        #expect(JSONValue.object(object).text == #"{"z":"z","a":1,"m":"m"}"#)
        object["z"] = nil
        #expect(JSONValue.object(object).text == #"{"a":1,"m":"m"}"#)
        for number in 0..<100 { object["k\(number)"] = .int(Int64(number)) }
        object["k50"] = nil
        #expect(object["k99"] == 99)
        #expect(object["k50"] == nil)
        #expect(object.count == 101)
    }
}
