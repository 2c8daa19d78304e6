public import JSON

extension JSONWriter {
    /// Writes errors as the response has them: members without content are left out.
    ///
    /// Source: GraphQL specification, section 7.1.2 "Errors".
    public mutating func write(errors: [GraphQLError]) {
        append(UInt8(ascii: "["))
        for (index, error) in errors.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            write(error)
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func write(_ error: GraphQLError) {
        append(#"{"message":"#)
        writeString(error.message)
        if !error.locations.isEmpty { write(error.locations) }
        if !error.path.isEmpty { write(error.path) }
        if !error.extensions.isEmpty {
            append(#","extensions":"#)
            write(error.extensions)
        }
        append(UInt8(ascii: "}"))
    }

    private mutating func write(_ locations: [SourceLocation]) {
        append(#","locations":["#)
        for (index, location) in locations.enumerated() {
            append(index > 0 ? #",{"line":"# : #"{"line":"#)
            writeInt(Int64(location.line))
            append(#","column":"#)
            writeInt(Int64(location.column))
            append(UInt8(ascii: "}"))
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func write(_ path: [PathSegment]) {
        append(#","path":"#)
        write(path: path)
    }

    /// Writes a path as an array.
    mutating func write(path: [PathSegment]) {
        append(UInt8(ascii: "["))
        for (index, segment) in path.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            switch segment {
            case .key(let key): writeString(key)
            case .index(let index): writeInt(Int64(index))
            }
        }
        append(UInt8(ascii: "]"))
    }
}
