public import GraphQLEngine

extension Schema {
    /// The schema of this server, built from the embedded text.
    public static func rollcall() throws -> Schema {
        try Schema.build(Document.parse(Source(rollcallSchemaText)), scalars: RollcallScalars.coercions)
    }
}
