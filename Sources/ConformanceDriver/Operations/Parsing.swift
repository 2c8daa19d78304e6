import GraphQLEngine
import JSON

/// Operations that need no schema.
enum Parsing {
    static func parse(_ request: Request) throws(Failure) -> JSONObject {
        try answer(request) { (source) throws(SyntaxError) in
            try Document.parse(source, options: request.parserOptions).printed()
        }
    }

    static func parseValue(_ request: Request) throws(Failure) -> JSONObject {
        try answer(request) { (source) throws(SyntaxError) in
            let parse = request.isOn("const") ? Document.parseConstValue : Document.parseValue
            let parsed = try parse(source, request.parserOptions)
            return parsed.document.printedValue(parsed.value)
        }
    }

    static func parseType(_ request: Request) throws(Failure) -> JSONObject {
        try answer(request) { (source) throws(SyntaxError) in
            let parsed = try Document.parseType(source, options: request.parserOptions)
            return parsed.document.printedType(parsed.type)
        }
    }

    static func stripIgnoredCharacters(_ request: Request) throws(Failure) -> JSONObject {
        let source = Source(try request.text("source"))
        do {
            return ["result": .string(try source.strippingIgnoredCharacters())]
        } catch {
            throw Failure([GraphQLError(error)])
        }
    }

    private static func answer(
        _ request: Request,
        _ print: (Source) throws(SyntaxError) -> String
    ) throws(Failure) -> JSONObject {
        let source = Source(try request.text("source"))
        do {
            return ["ok": true, "printed": .string(try print(source))]
        } catch {
            return ["ok": false, "errors": [GraphQLError(error).json]]
        }
    }
}
