import GraphQLEngine
import JSON

/// One ID somewhere in the arguments of a field, with a document that leads there.
struct IdentifierPlace: CustomStringConvertible, Sendable {
    /// Such as `Organization.employees`.
    let coordinate: String
    /// Names from the argument on; `0` is an item of a list.
    let path: [String]
    /// Has the one variable `value`, which is the argument with the ID.
    let document: String
    let isMutation: Bool
    /// Whether the field is for platform administrators, who see every organization.
    let isForPlatform: Bool
    /// The argument, with an ID of nothing in its place.
    private let template: JSONValue

    fileprivate init(_ coordinate: String, path: [String], document: String, _ way: FieldWay, template: JSONValue) {
        self.coordinate = coordinate
        self.path = path
        self.document = document
        isMutation = way.isMutation
        isForPlatform = way.isForPlatform
        self.template = template
    }

    var description: String { "\(coordinate)(\(path.joined(separator: ".")):)" }

    func variables(_ identifier: JSONValue) -> JSONObject {
        ["value": Self.replacing(template, path.dropFirst(), identifier)]
    }

    private static func replacing(_ value: JSONValue, _ path: ArraySlice<String>, _ new: JSONValue) -> JSONValue {
        guard let name = path.first else { return new }
        switch value {
        case .array(let items): return .array([replacing(items.first ?? .null, path.dropFirst(), new)])
        case .object(var object):
            object[name] = replacing(object[name] ?? .null, path.dropFirst(), new)
            return .object(object)
        default: return new
        }
    }
}

/// Finds every ID in the arguments of every field of a schema, however deep in inputs and lists.
struct IdentifierPlaces {
    /// The places, by type, field and argument.
    private(set) var all: [IdentifierPlace] = []
    /// Fields with IDs in their arguments to which no document leads.
    private(set) var unreachable: [String] = []
    private let schema: Schema
    private let inputs: SampleInputs

    init(_ schema: Schema, _ inputs: SampleInputs) {
        self.schema = schema
        self.inputs = inputs
        let ways = FieldWays(schema, inputs)
        for type in schema.types where type.kind == .object && !type.isBuiltIn {
            for field in type.fields { add(field, of: type, ways.way(to: type.name)) }
        }
    }

    private mutating func add(_ field: FieldDefinition, of type: NamedType, _ way: FieldWay?) {
        for argument in field.arguments {
            for path in inputs.identifiers(in: argument.type) {
                let coordinate = "\(type.name).\(field.name)"
                guard let way else {
                    unreachable.append(coordinate)
                    continue
                }
                all.append(
                    IdentifierPlace(
                        coordinate,
                        path: [argument.name] + path,
                        document: document(field, argument, way),
                        way.going(on: field),
                        template: inputs.value(of: argument.type, alongside: path[...])
                    )
                )
            }
        }
    }

    /// What has to be given besides stands in the document.
    private func document(_ field: FieldDefinition, _ argument: InputValueDefinition, _ way: FieldWay) -> String {
        let others = field.arguments.filter { $0.isRequired && $0.name != argument.name }.map(inputs.literal)
        let arguments = (["\(argument.name): $value"] + others).joined(separator: ", ")
        let selection = Selections(schema).text(of: field.type)
        return way.document(
            "\(field.name)(\(arguments)) \(selection)",
            variable: "$value: \(schema.text(of: argument.type))"
        )
    }
}

/// How a document gets from a root to the objects of a type.
struct FieldWay {
    let isMutation: Bool
    var isForPlatform = false
    /// Fields with their arguments.
    var fields: [String] = []

    /// - Parameter text: the field with its arguments; nil where it is written otherwise.
    func going(on field: FieldDefinition, _ text: String? = nil) -> FieldWay {
        var way = self
        if let text { way.fields.append(text) }
        for gate in field.appliedDirectives where gate.name == "can" {
            if case .enumeration("PLATFORM", _)? = gate["scope"] { way.isForPlatform = true }
        }
        return way
    }

    func document(_ inner: String, variable: String) -> String {
        let nested = fields.reversed().reduce(inner) { "\($1) { \($0) }" }
        return "\(isMutation ? "mutation" : "query") (\(variable)) { \(nested) }"
    }
}

/// The shortest way to each object type that leads over fields whose required arguments have samples.
struct FieldWays {
    private var ways: [String: FieldWay] = [:]

    init(_ schema: Schema, _ inputs: SampleInputs) {
        var queue: [(TypeID, FieldWay)] = []
        if let query = schema.queryType { queue.append((query, FieldWay(isMutation: false))) }
        if let mutation = schema.mutationType {
            ways[schema[mutation].name] = FieldWay(isMutation: true)
        }
        while !queue.isEmpty {
            let (id, way) = queue.removeFirst()
            let type = schema[id]
            guard ways[type.name] == nil else { continue }
            ways[type.name] = way
            for field in type.fields {
                let next = schema.namedType(of: field.type)
                let arguments = field.arguments.filter(\.isRequired).map(inputs.literal)
                let text = field.name + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
                guard schema[next].kind == .object, schema[next].name != "PageInfo" else { continue }
                queue.append((next, way.going(on: field, text)))
            }
        }
    }

    func way(to type: String) -> FieldWay? { ways[type] }
}
