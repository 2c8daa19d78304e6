import GraphQLEngine
import JSON

/// An answer that ends an operation early.
struct Failure: Error {
    let members: JSONObject

    private init(members: JSONObject) {
        self.members = members
    }

    /// Errors under the name that the operation has for them.
    init(_ errors: [GraphQLError], as name: String = "errors") {
        self.init(members: [name: .array(errors.map(\.json))])
    }

    /// The syntax error of a document for whose other errors the answer has `errors`.
    init(syntaxError error: SyntaxError) {
        self.init(members: ["syntaxError": GraphQLError(error).json])
    }

    /// A request that the protocol does not have.
    init(internalError text: String) {
        self.init(members: ["internalError": .string(text)])
    }
}
