/// The definitions of one document as they stand in it, with names as text.
struct DefinitionDrafts {
    var schemas: [SchemaDefinitionDraft] = []
    var types: [TypeDraft] = []
    var directives: [DirectiveDefinitionDraft] = []
}

/// A type system in which extensions are merged into what they extend; references are still names.
struct SchemaDraft {
    let schema: SchemaDefinitionDraft
    private(set) var types: [TypeDraft]
    let directives: [DirectiveDefinitionDraft]
    let typeIndexes: [String: Int]
    let directiveIndexes: [String: Int]

    /// Expects names that are unique and extensions that have something to extend.
    init(builtIn: DefinitionDrafts, given: DefinitionDrafts) {
        var types = given.types.filter { !$0.isExtension && !BuiltInDefinitions.scalarNames.contains($0.name.text) }
        types += builtIn.types
        typeIndexes = Dictionary(
            types.enumerated().map { ($1.name.text, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for extending in given.types where extending.isExtension {
            if let index = typeIndexes[extending.name.text] { types[index].merge(extending) }
        }
        self.types = types

        let replaced = Set(given.directives.map(\.name.text))
        directives = given.directives + builtIn.directives.filter { !replaced.contains($0.name.text) }
        directiveIndexes = Dictionary(
            directives.enumerated().map { ($1.name.text, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        schema = SchemaDraft.schemaDefinition(given.schemas, typeIndexes)
    }

    func type(_ name: String) -> TypeDraft? { typeIndexes[name].map { types[$0] } }

    func directive(_ name: String) -> DirectiveDefinitionDraft? { directiveIndexes[name].map { directives[$0] } }

    private static func schemaDefinition(
        _ nodes: [SchemaDefinitionDraft],
        _ types: [String: Int]
    ) -> SchemaDefinitionDraft {
        let definition = nodes.first { !$0.isExtension }
        var merged = definition ?? SchemaDefinitionDraft()
        if definition == nil {
            for (kind, name) in [
                (OperationKind.query, "Query"), (.mutation, "Mutation"), (.subscription, "Subscription"),
            ]
            where types[name] != nil {
                merged.operationTypes.append(OperationTypeDraft(kind: kind, type: DraftName(text: name, offset: nil)))
            }
        }
        for extending in nodes where extending.isExtension {
            merged.directives += extending.directives
            merged.operationTypes += extending.operationTypes
        }
        return merged
    }
}

/// A name and its byte offset; built-in definitions have no place.
struct DraftName {
    let text: String
    let offset: Int32?
}

struct SchemaDefinitionDraft {
    var isExtension = false
    var description: String?
    var operationTypes: [OperationTypeDraft] = []
    var directives: [DirectiveDraft] = []
    var offset: Int32?
}

struct OperationTypeDraft {
    let kind: OperationKind
    let type: DraftName
    /// Where the operation stands, before its type.
    var offset: Int32?
}

struct TypeDraft {
    let name: DraftName
    let kind: TypeKind
    let isExtension: Bool
    let isBuiltIn: Bool
    let description: String?
    var interfaces: [DraftName]
    var members: [DraftName]
    var fields: [FieldDraft]
    var inputFields: [InputValueDraft]
    var enumValues: [EnumValueDraft]
    var directives: [DirectiveDraft]
    /// Where the definition and its extensions stand.
    var offsets: [Int32?]

    mutating func merge(_ other: TypeDraft) {
        interfaces += other.interfaces
        members += other.members
        fields += other.fields
        inputFields += other.inputFields
        enumValues += other.enumValues
        directives += other.directives
        offsets += other.offsets
    }

    func field(_ name: String) -> FieldDraft? { fields.first { $0.name.text == name } }

    var isOneOf: Bool { directives.contains { $0.name.text == "oneOf" } }
}

struct FieldDraft {
    let name: DraftName
    let description: String?
    let arguments: [InputValueDraft]
    let type: TypeReferenceDraft
    let directives: [DirectiveDraft]
    let offset: Int32?
}

struct InputValueDraft {
    let name: DraftName
    let description: String?
    let type: TypeReferenceDraft
    let defaultValue: ConstantDraft?
    let directives: [DirectiveDraft]
    let offset: Int32?

    var isRequired: Bool { type.isNonNull && defaultValue == nil }
}

struct EnumValueDraft {
    let name: DraftName
    let description: String?
    let directives: [DirectiveDraft]
}

struct DirectiveDefinitionDraft {
    let name: DraftName
    let description: String?
    let arguments: [InputValueDraft]
    let isRepeatable: Bool
    let isBuiltIn: Bool
    let locations: [DraftName]
    let offset: Int32?
}

/// A directive as applied to a definition.
struct DirectiveDraft {
    let name: DraftName
    let arguments: [ConstantFieldDraft]
    let offset: Int32?
}
