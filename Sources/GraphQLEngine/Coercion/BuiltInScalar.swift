import JSON

/// The five scalars of the specification, and what each takes from a variable (section 3.5, "Input Coercion").
enum BuiltInScalar: String {
    case int = "Int"
    case float = "Float"
    case string = "String"
    case boolean = "Boolean"
    case id = "ID"

    init?(_ type: NamedType) {
        guard type.isBuiltIn, type.kind == .scalar else { return nil }
        self.init(rawValue: type.name)
    }

    func coerce(_ value: JSONValue) throws(ScalarCoercionError) -> InputValue {
        switch (self, value) {
        case (.int, .int(let number)): return try BuiltInScalar.int(number, text: value)
        case (.int, .double(let number)): return try BuiltInScalar.int(number, text: value)
        case (.float, .int(let number)): return .float(Double(number))
        case (.float, .double(let number)): return .float(number)
        case (.string, .string(let text)), (.id, .string(let text)): return .string(text)
        case (.boolean, .bool(let truth)): return .boolean(truth)
        case (.id, .int(let number)): return .string(String(number))
        case (.id, .double(let number)): return try BuiltInScalar.id(number, text: value)
        default: throw mismatch(JSONInspection.text(of: value))
        }
    }

    private static func int(_ number: Int64, text: JSONValue) throws(ScalarCoercionError) -> InputValue {
        guard Int32(exactly: number) != nil else { throw outOfRange(JSONInspection.text(of: text)) }
        return .int(number)
    }

    private static func int(_ number: Double, text: JSONValue) throws(ScalarCoercionError) -> InputValue {
        guard number.rounded() == number else { throw BuiltInScalar.int.mismatch(JSONInspection.text(of: text)) }
        guard let whole = Int32(exactly: number) else { throw outOfRange(JSONInspection.text(of: text)) }
        return .int(Int64(whole))
    }

    private static func id(_ number: Double, text: JSONValue) throws(ScalarCoercionError) -> InputValue {
        guard number.rounded() == number else { throw BuiltInScalar.id.mismatch(JSONInspection.text(of: text)) }
        return .string(text.text)
    }

    static func outOfRange(_ text: String) -> ScalarCoercionError {
        ScalarCoercionError("Int cannot represent non 32-bit signed integer value: \(text)")
    }

    private func mismatch(_ text: String) -> ScalarCoercionError {
        switch self {
        case .int: ScalarCoercionError("Int cannot represent non-integer value: \(text)")
        case .float: ScalarCoercionError("Float cannot represent non numeric value: \(text)")
        case .string: ScalarCoercionError("String cannot represent a non string value: \(text)")
        case .boolean: ScalarCoercionError("Boolean cannot represent a non boolean value: \(text)")
        case .id: ScalarCoercionError("ID cannot represent value: \(text)")
        }
    }
}
