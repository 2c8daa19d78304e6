import JSON

extension ExecutionResult {
    /// The response to a request that could not run: `errors` without `data`.
    public init(requestErrors errors: [GraphQLError]) {
        var json = JSONWriter()
        json.append(#"{"errors":"#)
        json.write(errors: errors)
        json.append(UInt8(ascii: "}"))
        self.init(body: json.takeBytes(), errors: errors, isDataNull: true)
    }
}

extension GraphQLError {
    /// Objects lie deeper inside one another than can be written.
    static let nestedTooDeeply = GraphQLError("Selections are nested too deeply. Execution aborted.")

    /// The schema defines directives of incremental delivery, but the request is to have one response.
    static let unexpectedIncrementalDirectives = GraphQLError(
        "The provided schema unexpectedly contains experimental directives (@defer or @stream)."
            + " These directives may only be utilized if experimental execution features are explicitly enabled."
    )
}
