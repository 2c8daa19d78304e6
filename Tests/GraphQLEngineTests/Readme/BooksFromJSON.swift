import GraphQLEngine
import JSON

func booksFromJSON() async throws -> String {
    let sdl = """
        type Query { books: [Book!]! }
        type Book { title: String! pages: Int! }
        """
    let schema = try Schema.build(try Document.parse(Source(sdl)))
    let executor = Executor(schema: ExecutableSchema<PlainContext>(schema: schema))
    let document = PreparedDocument(try Document.parse(Source("{ books { title pages } }")))
    let root: JSONValue = ["books": [["title": "Emma", "pages": 474], ["title": "Candide", "pages": "many"]]]
    let result = await executor.execute(document, ExecutionRequest(root: root), context: PlainContext())
    return String(decoding: result.body, as: UTF8.self)  // data is null, and an error says why
}
