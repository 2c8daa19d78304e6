import FoundationEssentials
import GraphQLEngine
import JSON

// The form in which an answer is kept: an object with the field's value as `data`, and its `errors`. The text stays as
// it is, so that the same answer is the same to the byte.
extension FieldAnswer {
    var keptText: String {
        var writer = JSONWriter(initialCapacity: json.count + 64)
        writer.append(#"{"data":"#)
        writer.append(json)
        writer.append(#","errors":"#)
        writer.write(errors: errors)
        writer.append(UInt8(ascii: "}"))
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    /// - Parameters:
    ///   - json: what was kept of the value.
    ///   - errors: and of the errors.
    init(json: String, errors: String) throws(JSONError) {
        let errors = try JSONReader().read(Array(errors.utf8)).arrayValue ?? []
        self.init(json: Array(json.utf8), errors: errors.map(GraphQLError.init(kept:)))
    }
}

extension GraphQLError {
    fileprivate init(kept value: JSONValue) {
        self.init(
            value["message"]?.stringValue ?? "",
            locations: value["locations"]?.arrayValue?.compactMap(Self.location) ?? [],
            path: value["path"]?.arrayValue?.compactMap(Self.segment) ?? [],
            extensions: value["extensions"]?.objectValue ?? JSONObject()
        )
    }

    private static func location(_ value: JSONValue) -> SourceLocation? {
        guard let line = value["line"]?.intValue, let column = value["column"]?.intValue else { return nil }
        return SourceLocation(line: Int(line), column: Int(column))
    }

    private static func segment(_ value: JSONValue) -> PathSegment? {
        value.stringValue.map(PathSegment.key) ?? value.intValue.map { PathSegment.index(Int($0)) }
    }
}

/// Thrown where an attempt finds, under its key's lock, that an earlier one has been completed meanwhile.
struct KeptAnswer: Error {
    let answer: FieldAnswer
}
