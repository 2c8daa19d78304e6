import GraphQLEngine
import JSON

/// Operations that need no schema.
enum Parsing {
    static func parse(_ request: Request) throws(Failure) -> JSONObject {
        try answer(request) { (source) throws(SyntaxError) in
            try Document.parse(source, limits: request.parserLimits).printed()
        }
    }

    static func parseValue(_ request: Request) throws(Failure) -> JSONObject {
        let limits = request.parserLimits
        return try answer(request) { (source) throws(SyntaxError) in
            let parsed =
                request.isOn("const")
                ? try Document.parseConstValue(source, limits: limits) : try Document.parseValue(source, limits: limits)
            return parsed.document.printedValue(parsed.value)
        }
    }

    static func parseType(_ request: Request) throws(Failure) -> JSONObject {
        try answer(request) { (source) throws(SyntaxError) in
            let parsed = try Document.parseType(source, limits: request.parserLimits)
            return parsed.document.printedType(parsed.type)
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
