// GraphQL specification, section 3.6 "Objects", IsValidImplementation.
extension SchemaValidation {
    mutating func implementedInterfaces(_ type: TypeDraft, _ draft: SchemaDraft) {
        let name = type.name.text
        reportRepeated(type.interfaces) { "Type \(name) can only implement \($0) once." }
        var seen: Set<String> = []
        for reference in type.interfaces where seen.insert(reference.text).inserted {
            guard let interface = draft.type(reference.text), interface.kind == .interface else {
                let message = "Type \(name) must only implement Interface types, it cannot implement \(reference.text)."
                report(message, at: [reference.offset])
                continue
            }
            if interface.name.text == name {
                let message = "Type \(name) cannot implement itself because it would create a circular reference."
                report(message, at: [reference.offset])
                continue
            }
            implementsAncestors(type, interface, at: reference)
            implementsFields(type, interface, draft)
        }
    }

    private mutating func implementsAncestors(_ type: TypeDraft, _ interface: TypeDraft, at reference: DraftName) {
        let name = type.name.text
        for ancestor in interface.interfaces where !type.interfaces.contains(where: { $0.text == ancestor.text }) {
            let message =
                ancestor.text == name
                ? "Type \(name) cannot implement \(reference.text) because it would create a circular reference."
                : "Type \(name) must implement \(ancestor.text) because it is implemented by \(reference.text)."
            report(message, at: [ancestor.offset, reference.offset])
        }
    }

    private mutating func implementsFields(_ type: TypeDraft, _ interface: TypeDraft, _ draft: SchemaDraft) {
        for expected in interface.fields {
            let coordinate = "\(interface.name.text).\(expected.name.text)"
            guard let field = type.field(expected.name.text) else {
                let message = "Interface field \(coordinate) expected but \(type.name.text) does not provide it."
                report(message, at: [expected.offset] + type.offsets)
                continue
            }
            let own = "\(type.name.text).\(field.name.text)"
            if !draft.isSubtype(field.type, of: expected.type) {
                let expectation = "expects type \(expected.type.text) but \(own) is type \(field.type.text)"
                report("Interface field \(coordinate) \(expectation).", at: [expected.type.offset, field.type.offset])
            }
            implementsArguments(field, own, expected, coordinate)
            noFurtherRequiredArguments(field, own, expected, coordinate)
        }
    }

    private mutating func implementsArguments(
        _ field: FieldDraft,
        _ own: String,
        _ expected: FieldDraft,
        _ coordinate: String
    ) {
        for argument in expected.arguments {
            let name = argument.name.text
            guard let given = field.arguments.first(where: { $0.name.text == name }) else {
                let message =
                    "Interface field argument \(coordinate)(\(name):) expected but \(own) does not provide it."
                report(message, at: [argument.offset, field.offset])
                continue
            }
            guard given.type.text != argument.type.text else { continue }
            let expectation = "expects type \(argument.type.text) but \(own)(\(name):) is type \(given.type.text)"
            report(
                "Interface field argument \(coordinate)(\(name):) \(expectation).",
                at: [argument.type.offset, given.type.offset]
            )
        }
    }

    private mutating func noFurtherRequiredArguments(
        _ field: FieldDraft,
        _ own: String,
        _ expected: FieldDraft,
        _ coordinate: String
    ) {
        let known = expected.arguments.map(\.name.text)
        for argument in field.arguments where argument.isRequired && !known.contains(argument.name.text) {
            let name = argument.name.text
            let reason = "includes required argument \(name) that is missing from the Interface field \(coordinate)"
            report("Object field \(own) \(reason).", at: [argument.offset, expected.offset])
        }
    }
}

extension SchemaDraft {
    /// Whether a field of the first type may implement a field of the second (covariance).
    fileprivate func isSubtype(_ type: TypeReferenceDraft, of expected: TypeReferenceDraft) -> Bool {
        switch (type, expected) {
        case (.nonNull(let type), .nonNull(let expected)), (.list(let type, _), .list(let expected, _)):
            isSubtype(type, of: expected)
        case (.nonNull(let type), _): isSubtype(type, of: expected)
        case (.named(let type, _), .named(let expected, _)): type == expected || isPossible(type, expected)
        default: false
        }
    }

    private func isPossible(_ name: String, _ abstract: String) -> Bool {
        guard let type = type(name), let abstract = self.type(abstract) else { return false }
        return type.interfaces.contains { $0.text == abstract.name.text }
            || abstract.members.contains { $0.text == name }
    }
}
