import JSON

extension ClientDefinitions {
    mutating func write(type: JSONValue) throws(GraphQLError) {
        guard let name = type["name"]?.stringValue, let kind = type["kind"]?.stringValue.flatMap(TypeKind.init)
        else { return }
        if BuiltInDefinitions.type(name) != nil {
            // Only the place among the others matters.
            text += "scalar \(name)\n"
            return
        }
        writeDescription(type)
        switch kind {
        case .scalar:
            text += "scalar \(name)"
            if let url = type["specifiedByURL"]?.stringValue {
                text += " @specifiedBy(url: \(QuotedString.printed(url)))"
            }
        case .object, .interface:
            text += (kind == .object ? "type " : "interface ") + name
            try writeInterfaces(of: type, kind)
            try writeBlock(list("fields", of: type)) { (definitions, field) throws(GraphQLError) in
                try definitions.write(field: field)
            }
        case .union:
            text += "union \(name)"
            var members: [String] = []
            for member in try list("possibleTypes", of: type) {
                members.append(try self.name(of: member, kind: .object, "Object"))
            }
            text += members.joined(separator: "|").wrapped("=")
        case .enumeration:
            text += "enum \(name)"
            try writeBlock(list("enumValues", of: type)) { (definitions, value) throws(GraphQLError) in
                definitions.write(enumValue: value)
            }
        case .inputObject:
            text += "input \(name)" + (type["isOneOf"] == true ? " @oneOf" : "")
            try writeBlock(list("inputFields", of: type)) { (definitions, field) throws(GraphQLError) in
                try definitions.write(inputValue: field, "input fields")
            }
        }
        text += "\n"
    }

    private mutating func writeInterfaces(of type: JSONValue, _ kind: TypeKind) throws(GraphQLError) {
        // Results of servers that know no interfaces of interfaces leave the member out.
        if kind == .interface, type["interfaces"] ?? .null == .null { return }
        var interfaces: [String] = []
        for interface in try list("interfaces", of: type) {
            interfaces.append(try name(of: interface, kind: .interface, "Interface"))
        }
        text += interfaces.joined(separator: "&").wrapped(" implements ")
    }

    private mutating func writeBlock(
        _ members: [JSONValue],
        _ write: (inout ClientDefinitions, JSONValue) throws(GraphQLError) -> Void
    ) throws(GraphQLError) {
        if members.isEmpty { return }
        text += " {\n"
        for member in members {
            try write(&self, member)
            text += "\n"
        }
        text += "}"
    }

    private mutating func write(field: JSONValue) throws(GraphQLError) {
        let type = try typeText(field["type"] ?? .null)
        if kind(ofTypeText: type)?.isOutput != true {
            throw GraphQLError("Introspection must provide output type for fields, but received: \(type).")
        }
        writeDescription(field)
        text += try checkedName(of: field)
        try writeArguments(list("args", of: field, "field args"))
        text += ": \(type)"
        writeDeprecation(field)
    }

    private mutating func write(enumValue value: JSONValue) {
        writeDescription(value)
        text += value["name"]?.stringValue ?? ""
        writeDeprecation(value)
    }

    mutating func writeArguments(_ arguments: [JSONValue]) throws(GraphQLError) {
        if arguments.isEmpty { return }
        text += "("
        for argument in arguments {
            try write(inputValue: argument, "arguments")
            text += "\n"
        }
        text += ")"
    }

    /// - Parameter noun: what messages call these values.
    private mutating func write(inputValue value: JSONValue, _ noun: String) throws(GraphQLError) {
        let type = try typeText(value["type"] ?? .null)
        if kind(ofTypeText: type)?.isInput != true {
            throw GraphQLError("Introspection must provide input type for \(noun), but received: \(type).")
        }
        writeDescription(value)
        text += "\(try checkedName(of: value)): \(type)"
        if let literal = value["defaultValue"]?.stringValue { text += " = \(try printed(literal))" }
        writeDeprecation(value)
    }

    private func printed(_ literal: String) throws(GraphQLError) -> String {
        do {
            let (document, value) = try Document.parseConstValue(Source(literal))
            return document.printedValue(value)
        } catch {
            throw GraphQLError(error)
        }
    }

    private func checkedName(of member: JSONValue) throws(GraphQLError) -> String {
        let name = member["name"]?.stringValue ?? ""
        try ClientDefinitions.check(name: name)
        return name
    }

    mutating func writeDescription(_ definition: JSONValue) {
        if let description = definition["description"]?.stringValue { text += QuotedString.printed(description) + "\n" }
    }

    mutating func writeDeprecation(_ definition: JSONValue) {
        guard let reason = definition["deprecationReason"]?.stringValue else { return }
        text += " @deprecated(reason: \(QuotedString.printed(reason)))"
    }
}
