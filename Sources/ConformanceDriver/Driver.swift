import JSON

/// Calls the engine for each request. It holds no logic of its own beyond reading requests and writing answers.
enum Driver {
    static func answer(_ line: String) -> String {
        guard let request = try? JSONReader(maximumDepth: 512).read(Array(line.utf8)) else {
            return JSONValue.object(["internalError": "The request is not JSON."]).text
        }
        return JSONValue.object(["id": request["id"] ?? .null, "unsupported": true]).text
    }
}
