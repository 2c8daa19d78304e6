import GraphQLEngine
import JSON
import Schema

/// Makes inputs that have everything that is required, and finds the IDs in them.
struct SampleInputs {
    private let schema: GraphQLEngine.Schema
    /// Values of members and arguments, by their names: where the type alone does not tell a good one.
    private let named: JSONObject
    /// An ID of each kind, for members such as `employeeId`.
    private let identifiers: [NodeKind: String]

    init(_ schema: GraphQLEngine.Schema, named: JSONObject, identifiers: [NodeKind: String]) {
        self.schema = schema
        self.named = named
        self.identifiers = identifiers
    }

    /// The paths of all IDs in a value of the type. An input object that contains itself is gone into once more.
    func identifiers(in type: TypeReference, within owners: [String] = []) -> [[String]] {
        switch schema[type] {
        case .nonNull(let inner): return identifiers(in: inner, within: owners)
        case .list(let item): return identifiers(in: item, within: owners).map { ["0"] + $0 }
        case .named(let id):
            let named = schema[id]
            if named.name == "ID" { return [[]] }
            guard named.kind == .inputObject, owners.count(where: { $0 == named.name }) < 2 else { return [] }
            return named.inputFields.flatMap { field in
                identifiers(in: field.type, within: owners + [named.name]).map { [field.name] + $0 }
            }
        }
    }

    /// A value with its required members, and with what stands on the path.
    func value(of type: TypeReference, alongside path: ArraySlice<String> = [], name: String = "") -> JSONValue {
        switch schema[type] {
        case .nonNull(let inner): return value(of: inner, alongside: path, name: name)
        case .list(let item): return .array([value(of: item, alongside: path.dropFirst(), name: name)])
        case .named(let id):
            if let sample = named[name], path.isEmpty { return sample }
            return value(of: schema[id], alongside: path, name: name)
        }
    }

    private func value(of type: NamedType, alongside path: ArraySlice<String>, name: String) -> JSONValue {
        guard type.kind == .inputObject else { return leaf(type, name: name) }
        var object = JSONObject()
        let first = type.inputFields.first?.name
        for field in type.inputFields {
            let isOnPath = path.first == field.name
            let isOnlyMember = type.isOneOf && path.isEmpty && field.name == first
            guard isOnPath || isOnlyMember || field.isRequired else { continue }
            object[field.name] = value(of: field.type, alongside: isOnPath ? path.dropFirst() : [], name: field.name)
        }
        return .object(object)
    }

    private func leaf(_ type: NamedType, name: String) -> JSONValue {
        if let value = type.enumValues.first { return .string(value.name) }
        switch type.name {
        case "ID": return .string(identifier(name))
        case "Boolean": return false
        case "Int", "Float", "BigInt": return 1
        case "Date": return "2029-01-01"
        case "LocalTime": return "09:00"
        case "DateTime": return "2029-01-01T00:00:00Z"
        case "LocalTime": return "09:00"
        case "TimeZone": return "UTC"
        case "UUID": return "00000000-0000-4000-8000-000000000000"
        case "JSON": return [:]
        default: return "Sample"
        }
    }

    /// An ID of the kind for which the member is named.
    private func identifier(_ name: String) -> String {
        let type = name.hasSuffix("Id") ? String(name.dropLast(2)) : name
        let kind = NodeKind(typeName: type.prefix(1).uppercased() + type.dropFirst())
        return kind.flatMap { identifiers[$0] } ?? "nothing"
    }

    /// An argument as the language writes it.
    func literal(_ argument: InputValueDefinition) -> String {
        "\(argument.name): \(literal(value(of: argument.type, name: argument.name), argument.type))"
    }

    private func literal(_ value: JSONValue, _ type: TypeReference) -> String {
        switch (schema[type], value) {
        case (.nonNull(let inner), _): return literal(value, inner)
        case (.list(let item), .array(let items)):
            return "[\(items.map { literal($0, item) }.joined(separator: ", "))]"
        case (.named(let id), .object(let object)) where schema[id].kind == .inputObject:
            let members = schema[id].inputFields.compactMap { field in
                object[field.name].map { "\(field.name): \(literal($0, field.type))" }
            }
            return "{\(members.joined(separator: ", "))}"
        case (.named(let id), .string(let name)) where schema[id].kind == .enumeration: return name
        default: return value.text
        }
    }
}
