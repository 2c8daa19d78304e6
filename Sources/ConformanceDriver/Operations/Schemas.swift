import GraphQLEngine
import JSON

/// Operations that build schemas and print them.
enum Schemas {
    static func print(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        ["printed": .string(try request.schema("sdl", &schemas).printed())]
    }

    static func sort(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        ["printed": .string(try request.schema("sdl", &schemas).sorted().printed())]
    }

    static func extend(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        let schema = try request.schema("schema", &schemas)
        let extended = try request.extend(schema, by: try request.text("extension"), errors: "errors")
        return ["printed": .string(extended.printed())]
    }

    static func validate(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        var schema = try request.schema("sdl", errors: "schemaErrors", &schemas)
        for text in request.texts("extensions") ?? [] {
            schema = try request.extend(schema, by: text, errors: "schemaErrors")
        }
        return ["errors": .array(SchemaValidator.validate(schema).map(\.json))]
    }

    static func buildClientSchema(_ request: Request) throws(Failure) -> JSONObject {
        do {
            let data = request.members["introspection"] ?? .null
            let schema = try Schema.build(introspection: data, assuming: request.assumptions)
            return ["printed": .string(schema.printed())]
        } catch {
            throw Failure(error.errors)
        }
    }
}

extension Request {
    /// What the options say is not to be checked.
    var assumptions: SchemaAssumptions {
        var assumptions: SchemaAssumptions = []
        if isOn("assumeValid") { assumptions.insert(.validTypeSystem) }
        if isOn("assumeValidSDL") { assumptions.insert(.validDocument) }
        return assumptions
    }

    fileprivate func extend(_ schema: Schema, by text: String, errors: String) throws(Failure) -> Schema {
        do {
            return try schema.extended(by: SchemaCache.parse(text), assuming: assumptions)
        } catch {
            throw Failure(error.errors, as: errors)
        }
    }
}
