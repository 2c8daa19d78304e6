public import JSON

extension Schema {
    /// Builds a schema from the data of an introspection result: `buildClientSchema` of GraphQL.js.
    ///
    /// The type system is not validated. Errors that are found in the schema later on have no locations.
    ///
    /// - Parameters:
    ///   - data: the member `data` of the response to a full introspection query.
    ///   - assumptions: what is not checked afterwards.
    /// - Throws: the first part of the result that is missing or wrong.
    public static func build(
        introspection data: JSONValue,
        assuming assumptions: SchemaAssumptions = []
    ) throws(SchemaError) -> Schema {
        do {
            var definitions = try ClientDefinitions(data)
            try definitions.write()
            var draft = TypeSystemDraft()
            draft.add(SchemaSource(document: try definitions.document(), hasLocations: false))
            draft.setSchema(description: definitions.description, roots: definitions.roots)
            return try assembled(draft, [:], isAssumedValid: assumptions.contains(.validTypeSystem))
        } catch let error as SchemaError {
            throw error
        } catch let error as GraphQLError {
            throw SchemaError([error])
        } catch {
            throw SchemaError([GraphQLError("\(error)")])
        }
    }
}
