/// An input type: one that the schema declares, or one that a document writes (a variable's).
///
/// A variable may have a type such as `[Int!]!` that occurs nowhere in the schema.
enum InputType {
    case declared(TypeReference)
    /// Index into ``Document/typeReferences``.
    case written(Int32)

    /// One step into a type.
    enum Layer {
        /// Nil where the schema has no type of that name.
        case named(TypeID?)
        case list(InputType)
        case nonNull(InputType)
    }

    func layer(document: Document, schema: Schema) -> Layer {
        switch self {
        case .declared(let reference):
            switch schema[reference] {
            case .named(let type): .named(type)
            case .list(let item): .list(.declared(item))
            case .nonNull(let inner): .nonNull(.declared(inner))
            }
        case .written(let index):
            switch document.typeReferences[Int(index)].kind {
            case .named(let name): .named(schema.type(named: document.text(name)))
            case .list(let item): .list(.written(item))
            case .nonNull(let inner): .nonNull(.written(inner))
            }
        }
    }

    /// The type without its wrappers; nil where the schema has no type of that name.
    func namedType(document: Document, schema: Schema) -> TypeID? {
        switch layer(document: document, schema: schema) {
        case .named(let type): type
        case .list(let inner), .nonNull(let inner): inner.namedType(document: document, schema: schema)
        }
    }

    func isNonNull(document: Document, schema: Schema) -> Bool {
        switch self {
        case .declared(let reference):
            schema.isNonNull(reference)
        case .written(let index):
            if case .nonNull = document.typeReferences[Int(index)].kind { true } else { false }
        }
    }

    /// The type as the language writes it, such as `[Int!]!`.
    func text(document: Document, schema: Schema) -> String {
        switch self {
        case .declared(let reference):
            schema.text(of: reference)
        case .written(let index):
            switch document.typeReferences[Int(index)].kind {
            case .named(let name): document.text(name)
            case .list(let item): "[\(InputType.written(item).text(document: document, schema: schema))]"
            case .nonNull(let inner): "\(InputType.written(inner).text(document: document, schema: schema))!"
            }
        }
    }
}
