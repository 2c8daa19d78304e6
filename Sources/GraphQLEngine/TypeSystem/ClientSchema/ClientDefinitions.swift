import JSON

/// Writes an introspection result in the definition language, so that a client's schema is built as any other.
///
/// Parts are looked at in the order of GraphQL.js: types by themselves, roots, directives, then members of types.
struct ClientDefinitions {
    let description: String?
    private(set) var roots: [OperationKind: String] = [:]
    var text = ""
    private let schema: JSONObject
    /// Types by name, the last one where a name occurs twice.
    private var kinds: [String: TypeKind] = [:]
    /// Positions of the directives without locations, which the language cannot express.
    private var unlocatedDirectives: [Int] = []

    init(_ data: JSONValue) throws(GraphQLError) {
        guard let schema = data["__schema"]?.objectValue else {
            let advice = "Ensure that you are passing the \"data\" attribute of an introspection response"
            throw GraphQLError(
                "Invalid or incomplete introspection result. \(advice)"
                    + " and no \"errors\" were returned alongside: \(JSONInspection.text(of: data))."
            )
        }
        self.schema = schema
        description = schema["description"]?.stringValue
    }

    mutating func write() throws(GraphQLError) {
        let types = schema["types"]?.arrayValue ?? []
        for type in types { try register(type) }
        for kind in OperationKind.allCases {
            guard let root = schema["\(kind.rawValue)Type"], root != .null else { continue }
            roots[kind] = try name(of: root, kind: .object, "Object")
        }
        for (index, directive) in (schema["directives"]?.arrayValue ?? []).enumerated() {
            try write(directive: directive, index)
        }
        for type in types { try write(type: type) }
    }

    func document() throws(GraphQLError) -> Document {
        do {
            var document = try Document.parse(Source(text))
            for index in unlocatedDirectives { document.directiveDefinitions[index].locations = .empty }
            return document
        } catch {
            throw GraphQLError(error)
        }
    }

    private mutating func register(_ type: JSONValue) throws(GraphQLError) {
        guard let name = type["name"]?.stringValue,
            let kind = type["kind"]?.stringValue.flatMap(TypeKind.init)
        else {
            throw GraphQLError(
                "Invalid or incomplete introspection result. Ensure that a full introspection query is used"
                    + " in order to build a client schema: \(JSONInspection.text(of: type))."
            )
        }
        switch kind {
        case .union: _ = try list("possibleTypes", of: type)
        case .enumeration:
            let values = try list("enumValues", of: type)
            if BuiltInDefinitions.type(name) == nil { for value in values { try checkEnumValue(value) } }
        case .inputObject: _ = try list("inputFields", of: type)
        case .scalar, .object, .interface: break
        }
        if BuiltInDefinitions.type(name) == nil { try ClientDefinitions.check(name: name) }
        kinds[name] = kind
    }

    private func checkEnumValue(_ value: JSONValue) throws(GraphQLError) {
        let name = value["name"]?.stringValue ?? ""
        try ClientDefinitions.check(name: name)
        if ["true", "false", "null"].contains(name) { throw GraphQLError("Enum values cannot be named: \(name).") }
    }

    private mutating func write(directive: JSONValue, _ index: Int) throws(GraphQLError) {
        let arguments = try list("args", of: directive, "directive args")
        let locations = try list("locations", of: directive, "directive locations").compactMap(\.stringValue)
        let name = directive["name"]?.stringValue ?? ""
        try ClientDefinitions.check(name: name)
        writeDescription(directive)
        text += "directive @\(name)"
        try writeArguments(arguments)
        writeDeprecation(directive)
        if directive["isRepeatable"] == true { text += " repeatable" }
        if locations.contains(where: { DirectiveLocation(rawValue: $0) == nil }) {
            throw GraphQLError("\(name) locations must be specified as an array of DirectiveLocation enum values.")
        }
        if locations.isEmpty { unlocatedDirectives.append(index) }
        text += " on " + (locations.isEmpty ? ["QUERY"] : locations).joined(separator: "|") + "\n"
    }
}

// Names and references.
extension ClientDefinitions {
    /// The name of the type that a reference names, which must be of a kind.
    func name(of reference: JSONValue, kind: TypeKind, _ noun: String) throws(GraphQLError) -> String {
        let text = try typeText(reference)
        if kinds[text] != kind { throw GraphQLError("Expected \(text) to be a GraphQL \(noun) type.") }
        return text
    }

    /// A reference in the language's syntax, such as `[Int!]!`.
    func typeText(_ reference: JSONValue) throws(GraphQLError) -> String {
        let kind = reference["kind"]?.stringValue
        guard kind == "LIST" || kind == "NON_NULL" else { return try namedTypeText(reference) }
        guard let inner = reference["ofType"], inner != .null else {
            throw GraphQLError("Decorated type deeper than introspection query.")
        }
        let text = try typeText(inner)
        if kind == "LIST" { return "[\(text)]" }
        if text.hasSuffix("!") { throw GraphQLError("Expected \(text) to be a GraphQL nullable type.") }
        return text + "!"
    }

    private func namedTypeText(_ reference: JSONValue) throws(GraphQLError) -> String {
        guard let name = reference["name"]?.stringValue, !name.isEmpty else {
            throw GraphQLError("Unknown type reference: \(JSONInspection.text(of: reference)).")
        }
        if kinds[name] == nil {
            throw GraphQLError(
                "Invalid or incomplete schema, unknown type: \(name). Ensure that a full introspection query is used"
                    + " in order to build a client schema."
            )
        }
        return name
    }

    /// The kind of the named type inside a reference that was written with ``typeText(_:)``.
    func kind(ofTypeText text: String) -> TypeKind? {
        kinds[text.filter { $0 != "[" && $0 != "]" && $0 != "!" }]
    }

    /// - Parameter noun: what messages call the list; its key unless given.
    func list(_ key: String, of value: JSONValue, _ noun: String? = nil) throws(GraphQLError) -> [JSONValue] {
        if let items = value[key]?.arrayValue { return items }
        throw GraphQLError("Introspection result missing \(noun ?? key): \(JSONInspection.text(of: value)).")
    }

    static func check(name: String) throws(GraphQLError) {
        guard let first = name.unicodeScalars.first else {
            throw GraphQLError("Expected name to be a non-empty string.")
        }
        if !name.unicodeScalars.dropFirst().allSatisfy({ isNameStart($0) || ("0"..."9").contains($0) }) {
            throw GraphQLError("Names must only contain [_a-zA-Z0-9] but \"\(name)\" does not.")
        }
        if !isNameStart(first) { throw GraphQLError("Names must start with [_a-zA-Z] but \"\(name)\" does not.") }
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }
}
