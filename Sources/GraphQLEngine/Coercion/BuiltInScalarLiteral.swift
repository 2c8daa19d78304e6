extension BuiltInScalar {
    /// What the scalar takes from a literal that is no variable (section 3.5, "Input Coercion").
    func coerce(literal value: Int32, document: Document) throws(ScalarCoercionError) -> InputValue {
        switch (self, document.values[Int(value)].kind) {
        case (.int, .int(let range)): return try integer(range, document: document)
        case (.float, .int(let range)), (.float, .float(let range)):
            // As in the reference, a literal beyond the range of doubles is infinite.
            guard let number = Double(document.number(range)) else { break }
            return .float(number)
        case (.string, .string(let index)), (.id, .string(let index)):
            return .string(document.strings[Int(index)].text)
        case (.boolean, .boolean(let truth)): return .boolean(truth)
        case (.id, .int(let range)): return .string(document.number(range))
        default: break
        }
        throw literalMismatch(document.printedValue(value))
    }

    private func integer(_ range: Range<Int32>, document: Document) throws(ScalarCoercionError) -> InputValue {
        let text = document.number(range)
        guard let number = Int32(text) else { throw BuiltInScalar.outOfRange(text) }
        return .int(Int64(number))
    }

    private func literalMismatch(_ text: String) -> ScalarCoercionError {
        switch self {
        case .int: ScalarCoercionError("Int cannot represent non-integer value: \(text)")
        case .float: ScalarCoercionError("Float cannot represent non numeric value: \(text)")
        case .string: ScalarCoercionError("String cannot represent a non string value: \(text)")
        case .boolean: ScalarCoercionError("Boolean cannot represent a non boolean value: \(text)")
        case .id: ScalarCoercionError("ID cannot represent a non-string and non-integer value: \(text)")
        }
    }
}

extension Document {
    /// The text of a number literal.
    func number(_ range: Range<Int32>) -> String {
        String(decoding: source.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
}
