import JSON

/// Writes what a field is asked for: name, arguments, and each selection that is reached from it once, with its number.
///
/// Linear in the plan, which may reach a selection in many ways.
struct CanonicalRequest: ~Copyable {
    private let bound: BoundPlan
    private var json = JSONWriter()
    private var reached: [Int] = []
    private var numbers: [Int: Int] = [:]

    private init(_ bound: BoundPlan) {
        self.bound = bound
    }

    static func bytes(of field: Int, in bound: BoundPlan, onError: ErrorBehavior) -> [UInt8] {
        var request = CanonicalRequest(bound)
        request.json.writeString(onError.rawValue)
        request.write(field: field)
        var next = 0
        while next < request.reached.count {
            request.write(selection: request.reached[next])
            next += 1
        }
        return request.takeBytes()
    }

    private consuming func takeBytes() -> [UInt8] { json.takeBytes() }

    private mutating func write(selection index: Int) {
        let selection = bound.plan.selections[index]
        json.append(UInt8(ascii: "{"))
        json.writeString(bound.plan.schema[selection.type].name)
        json.writeBool(selection.failure == nil)
        for field in selection.fields {
            json.writeString(bound.plan.fields[field].responseKey)
            write(field: field)
        }
        json.append(UInt8(ascii: "}"))
    }

    private mutating func write(field index: Int) {
        let field = bound.plan.fields[index]
        json.writeString(field.name)
        if case .success(let arguments) = bound.arguments[index] { write(arguments) }
        json.writeBool(field.denial == nil)
        json.append(UInt8(ascii: "["))
        for child in field.selections {
            json.writeInt(Int64(number(of: child.selection)))
            json.append(UInt8(ascii: ","))
        }
        json.append(UInt8(ascii: "]"))
    }

    private mutating func number(of selection: Int) -> Int {
        if let number = numbers[selection] { return number }
        numbers[selection] = reached.count
        reached.append(selection)
        return reached.count - 1
    }

    private mutating func write(_ object: InputObject) {
        json.append(UInt8(ascii: "("))
        for slot in object.slots {
            if let slot { write(slot) }
            json.append(UInt8(ascii: ","))
        }
        json.append(UInt8(ascii: ")"))
    }

    private mutating func write(_ value: InputValue) {
        switch value {
        case .null: json.writeNull()
        case .boolean(let truth): json.writeBool(truth)
        case .int(let number): json.writeInt(number)
        case .float(let number): json.writeDouble(number)
        case .string(let text), .enumeration(let text, _): json.writeString(text)
        case .list(let items):
            json.append(UInt8(ascii: "["))
            for item in items {
                write(item)
                json.append(UInt8(ascii: ","))
            }
            json.append(UInt8(ascii: "]"))
        case .object(let object): write(object)
        case .json(let value): json.write(value)
        }
    }
}
