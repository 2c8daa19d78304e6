import Glibc
import JSON

/// Calls the engine for each request. It holds no logic of its own beyond reading requests and writing answers.
struct Driver {
    private let reader = JSONReader(maximumDepth: JSONReader.highestMaximumDepth)
    private var schemas = SchemaCache()

    /// Answers lines until the input ends.
    static func run() async {
        var driver = Driver()
        while let line = readLine() {
            print(await driver.answer(line))
            fflush(nil)
        }
    }

    /// The line that answers a line.
    private mutating func answer(_ line: String) async -> String {
        guard let request = try? Request(reader.read(Array(line.utf8))) else {
            return JSONValue.object(["internalError": "The request is not a JSON object of the protocol."]).text
        }
        var answer: JSONObject = ["id": request.id]
        for member in await members(request) { answer[member.key] = member.value }
        return JSONValue.object(answer).text
    }

    private mutating func members(_ request: Request) async -> JSONObject {
        do throws(Failure) {
            return try await perform(request)
        } catch {
            return error.members
        }
    }

    private mutating func perform(_ request: Request) async throws(Failure) -> JSONObject {
        switch request.operation {
        case "parse": try Parsing.parse(request)
        case "parseValue": try Parsing.parseValue(request)
        case "parseType": try Parsing.parseType(request)
        case "stripIgnoredCharacters": try Parsing.stripIgnoredCharacters(request)
        case "validate": try Validation.validate(request, &schemas)
        case "validateSDL": try Validation.validateSDL(request, &schemas)
        case "printSchema": try Schemas.print(request, &schemas)
        case "sortSchema": try Schemas.sort(request, &schemas)
        case "extendSchema": try Schemas.extend(request, &schemas)
        case "validateSchema": try Schemas.validate(request, &schemas)
        case "buildClientSchema": try Schemas.buildClientSchema(request)
        case "introspect": try await Execution.introspect(request, &schemas)
        case "execute": try await Execution.execute(request, &schemas)
        case "executeIncremental": try await Execution.executeIncrementally(request, &schemas)
        case "diff": try Changes.diff(request, &schemas)
        case "schemaCoordinate": try Coordinates.resolve(request, &schemas)
        default: ["unsupported": true]
        }
    }
}
