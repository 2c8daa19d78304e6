import JSON

/// Calls the engine for each request. It holds no logic of its own beyond reading requests and writing answers.
struct Driver {
    private let reader = JSONReader(maximumDepth: JSONReader.highestMaximumDepth)
    private var schemas = SchemaCache()

    /// The line that answers a line.
    mutating func answer(_ line: String) -> String {
        guard let request = try? Request(reader.read(Array(line.utf8))) else {
            return JSONValue.object(["internalError": "The request is not a JSON object of the protocol."]).text
        }
        var answer: JSONObject = ["id": request.id]
        for member in members(request) { answer[member.key] = member.value }
        return JSONValue.object(answer).text
    }

    private mutating func members(_ request: Request) -> JSONObject {
        do {
            return try perform(request)
        } catch {
            return error.members
        }
    }

    private mutating func perform(_ request: Request) throws(Failure) -> JSONObject {
        switch request.operation {
        case "parse": try Parsing.parse(request)
        case "parseValue": try Parsing.parseValue(request)
        case "parseType": try Parsing.parseType(request)
        case "validate": try Validation.validate(request, &schemas)
        case "printSchema": try Schemas.print(request, &schemas)
        default: ["unsupported": true]
        }
    }
}
