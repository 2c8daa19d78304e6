import GraphQLEngine
import JSON

/// A schema that somebody keeps in files: SDL, or the result of an introspection query as JSON.
enum GivenSchema {
    /// The schema that the files define together.
    static func build(_ files: [NamedText]) throws(Problems) -> Schema {
        if let file = files.first(where: isJSON) {
            if files.count == 1 { return try introspected(file) }
            let message = "An introspection result is a schema of its own; give no other file with it."
            throw Problems(items: [Problem(place: file.name, message: message)])
        }
        let joined = JoinedFiles(files)
        let document = try joined.parse()
        do {
            return try Schema.build(document)
        } catch {
            throw joined.problems(error.errors)
        }
    }

    /// The schema in files or directories that has to be valid for what a tool is about to do.
    static func read(_ paths: [String]) throws(ToolFailure) -> Schema {
        let files = try NamedText.read(paths)
        do {
            return try build(files)
        } catch {
            throw .invalidSchema(error)
        }
    }

    /// Whether the file holds JSON: no schema document starts with a brace.
    static func isJSON(_ file: NamedText) -> Bool {
        let whiteSpace = " \t\r\n".utf8
        return file.bytes.first { !whiteSpace.contains($0) } == UInt8(ascii: "{")
    }

    private static func introspected(_ file: NamedText) throws(Problems) -> Schema {
        let result = try json(file)
        let schema: Schema
        do {
            schema = try Schema.build(introspection: result["data"] ?? result)
        } catch {
            throw problems(error.errors, in: file)
        }
        let errors = SchemaValidator.validate(schema)
        if !errors.isEmpty { throw problems(errors, in: file) }
        return schema
    }

    private static func json(_ file: NamedText) throws(Problems) -> JSONValue {
        do {
            return try JSONReader(maximumDepth: JSONReader.highestMaximumDepth).read(file.bytes)
        } catch {
            throw Problems(items: [Problem(place: file.name, message: "This is not JSON: \(error).")])
        }
    }

    /// Errors of a schema that came without places.
    private static func problems(_ errors: [GraphQLError], in file: NamedText) -> Problems {
        Problems(items: errors.map { Problem(place: file.name, message: $0.message) })
    }
}
