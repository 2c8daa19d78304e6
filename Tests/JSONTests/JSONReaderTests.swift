import JSON
import Testing

@Suite struct JSONReaderTests {
    private func read(_ text: String, _ reader: JSONReader = JSONReader()) throws(JSONError) -> JSONValue {
        try reader.read(Array(text.utf8))
    }

    private func failure(_ text: String, _ reader: JSONReader = JSONReader()) -> JSONError? {
        do {
            _ = try read(text, reader)
            return nil
        } catch { return error }
    }

    @Test func readsEveryKindOfValue() throws {
        let value = try read(#" {"a": [1, 1.0, -0.5e2, true, false, null], "b": {"c": "d"}, "e": [], "f": {}} "#)
        #expect(
            value
                == [
                    "a": [1, .double(1), .double(-50), true, false, nil], "b": ["c": "d"], "e": [],
                    "f": .object(JSONObject()),
                ]
        )
    }

    @Test func keepsIntegersApartFromDoubles() throws {
        #expect(try read("9223372036854775807") == .int(.max))
        #expect(try read("-9223372036854775808") == .int(.min))
        #expect(try read("9223372036854775808") == .double(9_223_372_036_854_775_808))
        #expect(try read("1.0") == .double(1))
        #expect(try read("1e2") == .double(100))
        #expect(try read("-0") == .int(0))
    }

    @Test(arguments: [
        ("01", 0), ("-", 1), ("1.", 2), ("1e", 2), ("1e+", 3), (".5", 0), ("+1", 0), ("-a", 1), ("1e999", 0),
        ("NaN", 0),
    ])
    func refusesMalformedNumbers(text: String, offset: Int) {
        #expect(failure(text)?.byteOffset == offset)
    }

    @Test(arguments: [
        ("", JSONError.Reason.unexpectedEnd, 0), ("{", .unexpectedEnd, 1), ("[1,", .unexpectedEnd, 3),
        ("[1,]", .unexpectedByte, 3), ("{\"a\" 1}", .unexpectedByte, 5), ("{a:1}", .unexpectedByte, 1),
        ("1 2", .trailingBytes, 2), ("tru", .unexpectedEnd, 3), ("trUe", .unexpectedByte, 2),
        ("\"a", .unexpectedEnd, 2), ("\"\n\"", .controlCharacterInString, 1), ("\"\\x\"", .invalidEscape, 1),
        ("\"\\u12G4\"", .invalidEscape, 1), ("\"\\ud800\"", .loneSurrogate, 1), ("\"\\udc00\"", .loneSurrogate, 1),
        ("\"\\ud800\\u0041\"", .loneSurrogate, 1), ("\u{FEFF}1", .unexpectedByte, 0), ("[1 2]", .unexpectedByte, 3),
        ("\"\\u12", .unexpectedEnd, 1), ("'a'", .unexpectedByte, 0),
    ])
    func refusesMalformedTexts(text: String, reason: JSONError.Reason, offset: Int) {
        #expect(failure(text) == JSONError(reason: reason, byteOffset: offset))
    }

    @Test func unescapes() throws {
        let value = try read(#""\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00\u0000""#)
        #expect(value == .string("\"\\/\u{8}\u{c}\n\r\tä😀\u{0}"))
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]]
    )
    func refusesInvalidUTF8(bytes: [UInt8]) {
        for prefix in ["\"", "\"\\n"] {
            #expect(throws: JSONError(reason: .invalidUTF8, byteOffset: 1)) {
                try JSONReader().read(Array(prefix.utf8) + bytes + [UInt8(ascii: "\"")])
            }
        }
    }

    @Test func limitsDepth() throws {
        let reader = JSONReader(maximumDepth: 3)
        #expect(try read("[[[]]]", reader) == [[[]]])
        #expect(failure("[[[[]]]]", reader) == JSONError(reason: .tooDeep, byteOffset: 3))
        #expect(failure("[{\"a\":[{}]}]", reader)?.reason == .tooDeep)
        // Depth counts what is open, not what has been.
        #expect(try read("[[[]],[[]],{}]", reader) == [[[]], [[]], .object(JSONObject())])
    }

    @Test func survivesHostileNesting() {
        #expect(failure(String(repeating: "[", count: 100_000)) == JSONError(reason: .tooDeep, byteOffset: 64))
        #expect(failure(String(repeating: "{\"a\":", count: 100_000))?.reason == .tooDeep)
        let deep = JSONReader(maximumDepth: .max)
        #expect(failure(String(repeating: "[", count: 100_000), deep)?.reason == .tooDeep)
    }

    @Test func lastDuplicateWinsUnlessRefused() throws {
        #expect(try read(#"{"a":1,"b":2,"a":3}"#) == ["a": 3, "b": 2])
        let strict = JSONReader(options: .rejectDuplicateKeys)
        #expect(failure(#"{"a":1,"\u0061":3}"#, strict) == JSONError(reason: .duplicateKey, byteOffset: 7))
        #expect(failure(#"{"a":null,"a":null}"#, strict)?.reason == .duplicateKey)
        #expect(try read(#"{"a":{"a":1}}"#, strict) == ["a": ["a": 1]])
    }

    /// A look-up that went through all keys would take minutes here.
    @Test(.timeLimit(.minutes(1))) func manyKeysTakeLinearTime() throws {
        let members = (0..<50_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let value = try read("{\(members)}", JSONReader(options: .rejectDuplicateKeys))
        #expect(value["k49999"] == 49_999)
    }

    /// Cutting a valid text anywhere gives an error and never a crash.
    @Test func everyPrefixIsRefused() throws {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e4\ud83d\ude00",true,null,{"b":false}]}"#.utf8)
        for length in 0..<text.count {
            #expect(throws: JSONError.self) { try JSONReader().read(Array(text[..<length])) }
        }
    }

    @Test func everyChangedByteIsHandled() {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e4\ud83d\ude00",true]}"#.utf8)
        for position in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[position] = byte
                if let value = try? JSONReader().read(changed) {
                    #expect((try? JSONReader().read(value.bytes))?.text == value.text)
                }
            }
        }
    }
}
