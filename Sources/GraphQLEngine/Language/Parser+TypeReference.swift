/// Source: GraphQL specification, section 2.12 "Type References".
extension Parser {
    /// The index of the reference in ``Document/typeReferences``.
    mutating func parseTypeReference() throws(SyntaxError) -> Int32 {
        let start = token.start
        let type: Int32
        if try take(.leftBracket) {
            try enter()
            let item = try parseTypeReference()
            leave()
            try expect(.rightBracket)
            type = append(.list(item), at: start)
        } else {
            type = append(.named(try parseName()), at: start)
        }
        return try take(.exclamationMark) ? append(.nonNull(type), at: start) : type
    }

    private mutating func append(_ kind: TypeReferenceNode.Kind, at offset: Int32) -> Int32 {
        document.typeReferences.append(TypeReferenceNode(kind: kind, offset: offset))
        return Int32(document.typeReferences.count - 1)
    }
}
