import GraphQLEngine
import JSON

/// Operations that build schemas and print them.
enum Schemas {
    static func print(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        let schema = try request.schema("sdl", &schemas)
        return ["printed": .string(String(schema.printed().dropLast()))]
    }
}
