import GraphQLEngine
import JSON

/// Operations that hold a document to a schema or to rules.
enum Validation {
    static func validate(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        let schema = try request.validSchema("schema", errors: "schemaErrors", &schemas)
        let document = try request.document("document")
        let errors = Validator.validate(document, schema: schema, options: request.validationOptions)
        return ["errors": .array(errors.map(\.json))]
    }

    static func validateSDL(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        let extended =
            request.members["schema"] == nil ? nil : try request.schema("schema", errors: "schemaErrors", &schemas)
        let document = try request.document("sdl")
        let rules = request.texts("rules").map { $0.compactMap(SchemaDocumentRule.init) }
        let errors = SchemaDocumentValidator.validate(
            document,
            extending: extended,
            rules: rules ?? SchemaDocumentRule.allCases
        )
        return ["errors": .array(errors.map(\.json))]
    }
}

extension Request {
    /// The document that a member holds; its syntax error is the answer.
    func document(_ name: String) throws(Failure) -> Document {
        let source = Source(try text(name))
        do {
            return try Document.parse(source, options: parserOptions)
        } catch {
            throw Failure(syntaxError: error)
        }
    }

    /// The schema that a member defines; its errors are the answer's member `errors`.
    func schema(
        _ name: String,
        errors: String = "errors",
        _ schemas: inout SchemaCache
    ) throws(Failure) -> Schema {
        let text = try text(name)
        do {
            return try schemas.schema(text, self)
        } catch {
            throw Failure(error.errors, as: errors)
        }
    }

    /// The schema that a member defines, whose type system is valid too.
    func validSchema(
        _ name: String,
        errors: String = "errors",
        _ schemas: inout SchemaCache
    ) throws(Failure) -> Schema {
        let schema = try schema(name, errors: errors, &schemas)
        let found = SchemaValidator.validate(schema)
        if !found.isEmpty { throw Failure(found, as: errors) }
        return schema
    }
}
