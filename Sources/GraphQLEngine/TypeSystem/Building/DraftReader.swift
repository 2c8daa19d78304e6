/// Takes definitions out of a parsed document.
struct DraftReader {
    let document: Document
    let isBuiltIn: Bool

    init(_ document: Document, isBuiltIn: Bool) {
        self.document = document
        self.isBuiltIn = isBuiltIn
    }

    func definitions() -> DefinitionDrafts {
        var drafts = DefinitionDrafts()
        for definition in document.definitions {
            switch definition {
            case .schema(let index): drafts.schemas.append(schema(document.schemas[index]))
            case .type(let index): drafts.types.append(type(document.types[index]))
            case .directive(let index):
                let node = document.directiveDefinitions[index]
                if !node.isExtension { drafts.directives.append(directive(node)) }
            case .operation, .fragment: break
            }
        }
        return drafts
    }

    private func schema(_ node: SchemaNode) -> SchemaDefinitionDraft {
        SchemaDefinitionDraft(
            isExtension: node.isExtension,
            description: text(node.description),
            operationTypes: document.operationTypes[node.operationTypes.indices].map {
                OperationTypeDraft(kind: $0.operation, type: name($0.type), offset: place($0.offset))
            },
            directives: applied(node.directives),
            offset: place(node.offset)
        )
    }

    private func type(_ node: TypeNode) -> TypeDraft {
        TypeDraft(
            name: name(node.name),
            kind: node.kind,
            isExtension: node.isExtension,
            isBuiltIn: isBuiltIn,
            description: text(node.description),
            interfaces: names(node.interfaces),
            members: names(node.members),
            fields: document.fields[node.fields.indices].map(field),
            inputFields: inputValues(node.inputFields),
            enumValues: document.enumValues[node.enumValues.indices].map(enumValue),
            directives: applied(node.directives),
            offsets: [place(node.offset)]
        )
    }

    private func field(_ node: FieldNode) -> FieldDraft {
        FieldDraft(
            name: name(node.name),
            description: text(node.description),
            arguments: inputValues(node.arguments),
            type: reference(node.type),
            directives: applied(node.directives),
            offset: place(node.offset)
        )
    }

    private func inputValues(_ range: NodeRange) -> [InputValueDraft] {
        document.inputValues[range.indices].map { node in
            InputValueDraft(
                name: name(node.name),
                description: text(node.description),
                type: reference(node.type),
                defaultValue: node.defaultValue.map(constant),
                directives: applied(node.directives),
                offset: place(node.offset)
            )
        }
    }

    private func enumValue(_ node: EnumValueNode) -> EnumValueDraft {
        EnumValueDraft(
            name: name(node.name),
            description: text(node.description),
            directives: applied(node.directives)
        )
    }

    private func directive(_ node: DirectiveNode) -> DirectiveDefinitionDraft {
        DirectiveDefinitionDraft(
            name: name(node.name),
            description: text(node.description),
            arguments: inputValues(node.arguments),
            isRepeatable: node.isRepeatable,
            isBuiltIn: isBuiltIn,
            locations: names(node.locations),
            offset: place(node.offset)
        )
    }

    private func applied(_ range: NodeRange) -> [DirectiveDraft] {
        document.directives[range.indices].map { node in
            DirectiveDraft(
                name: name(node.name),
                arguments: document.arguments[node.arguments.indices].map {
                    ConstantFieldDraft(name: name($0.name), value: constant($0.value))
                },
                offset: place(node.offset)
            )
        }
    }
}

extension DraftReader {
    private func place(_ offset: Int32) -> Int32? { isBuiltIn ? nil : offset }

    private func name(_ name: Name) -> DraftName {
        DraftName(text: document.text(name), offset: place(name.offset))
    }

    private func names(_ range: NodeRange) -> [DraftName] { document.names[range.indices].map(name) }

    private func text(_ string: Int32?) -> String? { string.map { document.strings[Int($0)].text } }

    private func reference(_ index: Int32) -> TypeReferenceDraft {
        let node = document.typeReferences[Int(index)]
        return switch node.kind {
        case .named(let name): .named(document.text(name), offset: place(node.offset))
        case .list(let item): .list(reference(item), offset: place(node.offset))
        case .nonNull(let inner): .nonNull(reference(inner))
        }
    }

    private func constant(_ index: Int32) -> ConstantDraft {
        let value = document.values[Int(index)]
        return ConstantDraft(kind: constantKind(value.kind), offset: place(value.offset))
    }

    private func constantKind(_ kind: Value.Kind) -> ConstantDraft.Kind {
        switch kind {
        case .variable(let name): .variable(document.text(name))
        case .int(let range): .int(digits(range))
        case .float(let range): .float(digits(range))
        case .string(let index): .string(document.strings[Int(index)].text)
        case .boolean(let value): .boolean(value)
        case .null: .null
        case .enumeration(let name): .enumeration(document.text(name))
        case .list(let range): .list(range.indices.map { constant(Int32($0)) })
        case .object(let range):
            .object(
                document.objectFields[range.indices].map {
                    ConstantFieldDraft(name: name($0.name), value: constant($0.value))
                }
            )
        }
    }

    private func digits(_ range: Range<Int32>) -> String {
        String(decoding: document.source.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
}
