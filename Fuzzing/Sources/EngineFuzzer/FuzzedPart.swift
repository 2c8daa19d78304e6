import GraphQLEngine
import JSON

/// The part of the engine that an input is for: its first byte says so, and the rest is what the part reads.
///
/// Nothing is expected of an answer but that there is one, and that what was printed can be read again.
enum FuzzedPart: UInt8 {
    /// A document, with the experimental syntax.
    case document = 0x64  // d
    case value = 0x76  // v
    case typeReference = 0x74  // t
    case coordinate = 0x63  // c
    /// Type-system definitions that stand alone.
    case schema = 0x73  // s
    /// Type-system definitions that extend the example schema.
    case schemaExtension = 0x78  // x
    /// An operation on the example schema and, after a line with `%%`, its variables.
    case request = 0x72  // r
    /// The same, which is executed, valid or not; after a second line with `%%`, the root value.
    case execution = 0x65  // e

    func fuzz(_ bytes: [UInt8]) {
        let source = Source(bytes: bytes)
        switch self {
        case .document: FuzzedPart.parseDocument(source)
        case .value: if let parsed = try? Document.parseValue(source) { _ = parsed.document.printedValue(parsed.value) }
        case .typeReference:
            if let parsed = try? Document.parseType(source) { _ = parsed.document.printedType(parsed.type) }
        case .coordinate: FuzzedPart.resolve(source)
        case .schema: FuzzedPart.buildSchema(source)
        case .schemaExtension: FuzzedPart.validateExtension(source)
        case .request: FuzzedPart.prepareRequest(bytes)
        case .execution: ExecutedRequest(bytes)?.execute()
        }
    }

    private static func parseDocument(_ source: Source) {
        _ = try? source.strippingIgnoredCharacters()
        let options = ParserOptions(allowsFragmentArguments: true)
        guard let document = try? Document.parse(source, options: options) else { return }
        let printed = document.printed()
        guard let again = try? Document.parse(Source(printed), options: options) else {
            fatalError("A printed document does not parse:\n\(printed)")
        }
        if again.printed() != printed { fatalError("A printed document is not printed the same again:\n\(printed)") }
    }

    private static func resolve(_ source: Source) {
        guard let coordinate = try? SchemaCoordinate.parse(source) else { return }
        _ = try? ExampleSchema.schema.element(at: coordinate)
    }

    private static func buildSchema(_ source: Source) {
        guard let document = try? Document.parse(source) else { return }
        _ = SchemaDocumentValidator.validate(document)
        guard let schema = try? Schema.build(document) else { return }
        let printed = schema.printed()
        guard (try? Document.parse(Source(printed))) != nil || printed.allSatisfy(\.isWhitespace) else {
            fatalError("A printed schema does not parse:\n\(printed)")
        }
        _ = ExampleSchema.schema.changes(to: schema)
    }

    private static func validateExtension(_ source: Source) {
        guard let document = try? Document.parse(source) else { return }
        _ = SchemaDocumentValidator.validate(document, extending: ExampleSchema.schema)
    }

    private static func prepareRequest(_ bytes: [UInt8]) {
        let (text, json) = splitAtMark(bytes)
        guard let document = try? Document.parse(Source(bytes: text)) else { return }
        let errors = Validator.validate(document, schema: ExampleSchema.schema)
        _ = LimitCheck.check(document, limits: RequestLimits())
        let prepared = PreparedDocument(document)
        for operation in document.operations.indices {
            let variables = try? CoerceVariables.coerce(
                operation: operation,
                document: document,
                schema: ExampleSchema.schema,
                variables: (try? JSONReader().read(json))?.objectValue ?? JSONObject()
            )
            guard errors.isEmpty, let variables else { continue }
            _ = try? prepared.plan(
                operation: operation,
                schema: ExampleSchema.schema,
                access: OpenAccess(),
                variables: variables
            )
        }
    }

    /// What stands before and after the first line with `%%`.
    static func splitAtMark(_ bytes: [UInt8]) -> (before: [UInt8], after: [UInt8]) {
        let mark = Array("\n%%\n".utf8)
        guard let range = bytes.firstRange(of: mark) else { return (bytes, []) }
        return (Array(bytes[..<range.lowerBound]), Array(bytes[range.upperBound...]))
    }
}
