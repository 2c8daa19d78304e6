import GraphQLEngine
import JSON

struct Book: ObjectRow {
    static let typeName = "Book"
    let title: String
    let pages: Int32
}

/// The arguments of `Query.books`, by their positions in the schema.
struct BooksArguments: InputDecodable {
    let longerThan: Int64

    init(_ object: InputObject) throws(GraphQLError) {
        guard case .int(let longerThan)? = object[0] else { throw GraphQLError("longerThan must be a number") }
        self.longerThan = longerThan
    }
}

func booksFromRows() async throws -> String {
    let sdl = """
        type Query { books(longerThan: Int! = 0): [Book!]! }
        type Book { title: String! pages: Int! }
        """
    let books = [Book(title: "Emma", pages: 474), Book(title: "Candide", pages: 129)]
    var bindings = Bindings<PlainContext>()
    bindings.object(QueryRow.self) { type in
        type.objects("books", BooksArguments.self) { rows, arguments, _ in
            .ready(rows.map { _ in books.filter { $0.pages > arguments.longerThan } })
        }
    }
    bindings.object(Book.self) { type in
        type.value("title") { $0.title }
        type.value("pages") { $0.pages }
    }
    let schema = try Schema.build(try Document.parse(Source(sdl)))
    let executor = Executor(schema: try ExecutableSchema(schema: schema, bindings: bindings))

    let query = Source("query ($pages: Int!) { books(longerThan: $pages) { title } }")
    let document = try Document.parse(query, options: ParserOptions(maximumTokens: 10_000))
    let errors =
        LimitCheck.check(document, limits: RequestLimits()) + Validator.validate(document, schema: schema)
    if let error = errors.first { throw error }
    let request = ExecutionRequest(variables: ["pages": 300])
    let result = await executor.execute(PreparedDocument(document), request, context: PlainContext())
    return String(decoding: result.body, as: UTF8.self)  // {"data":{"books":[{"title":"Emma"}]}}
}
