import JSON

@testable import GraphQLEngine

/// A schema with one field for every way of taking input.
enum CoercionSchema {
    static let schema: Result<Schema, any Error> = Result {
        let even = ScalarCoercion { (value) throws(ScalarCoercionError) in
            guard case .int(let number) = value, number.isMultiple(of: 2) else {
                throw ScalarCoercionError("Even cannot represent an odd value.")
            }
            return .int(number / 2)
        }
        return try Schema.build(Document.parse(Source(text)), scalars: ["Even": even])
    }

    private static let text = """
        enum Color { RED GREEN BLUE }
        scalar Any
        scalar Even
        input Item { email: String!, count: Int = 3, tags: [String!], nested: Item }
        input Key @oneOf { id: ID, name: String }
        type Query {
          field(
            int: Int, float: Float, string: String, boolean: Boolean, id: ID, color: Color, any: Any, even: Even,
            list: [Int], matrix: [[Int!]], item: Item, key: Key, defaulted: Int! = 7
          ): String
          required(value: Int!): String
        }
        """

    /// Slots of the variables of the document's first operation.
    static func variables(_ text: String, _ values: JSONObject) throws -> VariableValues {
        let document = try Document.parse(Source(text))
        return try CoerceVariables.coerce(
            operation: 0,
            document: document,
            schema: try schema.get(),
            variables: values
        )
    }

    /// Slots of the arguments of the document's first field.
    static func arguments(_ text: String, _ values: JSONObject = JSONObject()) throws -> InputObject {
        let document = try Document.parse(Source(text))
        let schema = try schema.get()
        let variables = try CoerceVariables.coerce(operation: 0, document: document, schema: schema, variables: values)
        let selection = document.selections[document.operations[0].selectionSet.indices.lowerBound]
        let name = selection.name.map(document.text) ?? ""
        let definition = schema.queryType.flatMap { schema.field(name, of: $0) }
        return try CoerceArguments.coerce(
            arguments: selection.arguments,
            definitions: definition?.arguments ?? [],
            offset: selection.offset,
            document: document,
            schema: schema,
            variables: variables
        )
    }
}
