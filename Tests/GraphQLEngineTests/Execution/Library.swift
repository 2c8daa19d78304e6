import GraphQLEngine
import JSON

/// A small schema with resolvers in memory, whose "database" is a queue of requests that a dispatch answers.
enum Library {
    static let sdl = """
        directive @secret on FIELD_DEFINITION | OBJECT
        interface Named { name: String! }
        type Query {
          books(first: Int): [Book!]!
          book(id: ID!): Book
          shelf: [Named]
          grid: [[Book]]!
          failing: String
          failingRequired: Book!
          hidden: String @secret
        }
        type Mutation { add(name: String!): Book refuse: Book }
        type Book implements Named {
          id: ID!
          name: String!
          subtitle: String
          pages: Int!
          author: Author!
          missing: Author!
          sequel: Book
        }
        type Author implements Named { name: String! books: [Book!]! }
        type Vault implements Named @secret { name: String! }
        """

    struct BookRow: ObjectRow {
        static let typeName = "Book"
        let number: Int32
        var name: String { "Book \(number)" }
    }

    struct AuthorRow: ObjectRow {
        static let typeName = "Author"
        let number: Int32
    }

    struct VaultRow: ObjectRow {
        static let typeName = "Vault"
    }

    enum NamedRow: AbstractRow {
        case book(BookRow)
        case author(AuthorRow)
        case vault

        static let possibleTypeNames = ["Book", "Author", "Vault"]

        func store(in children: inout Children, at entry: Int) {
            switch self {
            case .book(let row): row.store(in: &children, at: entry)
            case .author(let row): row.store(in: &children, at: entry)
            case .vault: VaultRow().store(in: &children, at: entry)
            }
        }
    }

    /// Used by one test's task at a time.
    final class Context: RequestContext, @unchecked Sendable {
        private(set) var dispatchCount = 0
        /// One entry per request that a level sent.
        private(set) var requests: [String] = []
        var log: [String] = []
        var changedAccess: (any AccessPolicy)?
        private var queued: [String] = []

        func request<Value>(_ name: String, _ value: @escaping () throws -> Value) -> Step<Value> {
            queued.append(name)
            let dispatch = dispatchCount
            return .deferred { [unowned self] in
                guard dispatchCount == dispatch + 1 else { throw GraphQLError("resumed before the dispatch") }
                return .ready(try value())
            }
        }

        func dispatch() async {
            await Task.yield()
            dispatchCount += 1
            requests += queued
            queued = []
        }

        func publicError(for error: any Error) -> GraphQLError {
            error as? GraphQLError ?? GraphQLError("masked")
        }
    }

    struct First: InputDecodable {
        let first: Int64
        init(_ object: InputObject) {
            if case .int(let first)? = object[0] { self.first = first } else { first = 3 }
        }
    }

    struct Text: InputDecodable {
        let text: String
        init(_ object: InputObject) {
            if case .string(let text)? = object[0] { self.text = text } else { text = "" }
        }
    }

    struct NoArguments: InputDecodable {
        init(_ object: InputObject) {}
    }

    struct SecretAccess: AccessPolicy {
        let key: [UInt64] = [1]

        func denial(of field: FieldDefinition, on parent: NamedType, giving type: NamedType) -> GraphQLError? {
            isSecret(field.appliedDirectives) ? GraphQLError("Secret.", code: "FORBIDDEN") : denial(of: type)
        }

        func denial(of type: NamedType) -> GraphQLError? {
            isSecret(type.appliedDirectives) ? GraphQLError("Secret.", code: "FORBIDDEN") : nil
        }

        private func isSecret(_ directives: [AppliedDirective]) -> Bool { directives.contains { $0.name == "secret" } }
    }

    static func schema() throws -> Schema {
        try Schema.build(try Document.parse(Source(sdl)))
    }

    static func bindings() -> Bindings<Context> {
        var bindings = Bindings<Context>()
        bindQuery(&bindings)
        bindings.object(BookRow.self) { type in
            type.value("id") { "book-\($0.number)" }
            type.value("name") { $0.name }
            type.value("subtitle") { $0.number % 2 == 0 ? Optional("Part \($0.number)") : nil }
            type.value("pages") { $0.number * 100 }
            type.objects("author") { rows, context in
                context.request("authors of \(rows.count)") { rows.map { AuthorRow(number: $0.number) } }
            }
            type.objects("missing") { rows, _ in
                .ready(rows.map { _ in Result<AuthorRow, GraphQLError>.failure(GraphQLError("No author.")) })
            }
            type.objects("sequel") { rows, context in
                context.request("sequels of \(rows.count)") {
                    rows.map { $0.number < 2 ? BookRow(number: $0.number + 1) : nil }
                }
            }
        }
        bindings.object(AuthorRow.self) { type in
            type.value("name") { "Author \($0.number)" }
            type.objects("books") { rows, context in
                context.request("books of \(rows.count) authors") {
                    rows.map { [BookRow(number: $0.number), BookRow(number: $0.number + 10)] }
                }
            }
        }
        bindings.object(VaultRow.self) { type in type.value("name") { _ in "gold" } }
        bindMutation(&bindings)
        return bindings
    }

    private static func bindQuery(_ bindings: inout Bindings<Context>) {
        bindings.object(QueryRow.self) { type in
            type.objects("books", First.self) { rows, arguments, call in
                call.context.request("books") {
                    rows.map { _ in (0..<Int32(arguments.first)).map(BookRow.init) }
                }
            }
            type.objects("book", Text.self) { rows, arguments, _ in
                .ready(rows.map { _ in arguments.text == "book-1" ? BookRow(number: 1) : nil })
            }
            type.child("shelf") { _ -> [NamedRow?]? in
                [.book(BookRow(number: 1)), nil, .author(AuthorRow(number: 2)), .vault]
            }
            type.child("grid") { _ -> [[BookRow?]?] in [[BookRow(number: 1), nil], nil, []] }
            type.values("failing") { _, _ -> Step<[String?]> in throw GraphQLError("It failed.") }
            type.objects("failingRequired") { _, context -> Step<[BookRow]> in
                context.request("failing") { throw GraphQLError("It failed later.") }
            }
            type.value("hidden") { _ -> String? in "treasure" }
        }
    }

    private static func bindMutation(_ bindings: inout Bindings<Context>) {
        bindings.object(MutationRow.self) { type in
            type.mutation("add", Text.self) { arguments, call -> BookRow? in
                call.context.log.append("add \(arguments.text) after \(call.context.dispatchCount) dispatches")
                return BookRow(number: Int32(call.context.log.count))
            }
            type.mutation("refuse", NoArguments.self) { _, _ -> BookRow? in throw GraphQLError("Refused.", code: "NO") }
        }
    }

    /// Runs a document as JSON in, JSON out.
    static func run(
        _ text: String,
        variables: JSONObject = [:],
        access: any AccessPolicy = OpenAccess(),
        context: Context = Context()
    ) async throws -> JSONValue {
        let schema = try schema()
        let document = try Document.parse(Source(text))
        let prepared = PreparedDocument(document)
        let values = try CoerceVariables.coerce(
            operation: 0,
            document: document,
            schema: schema,
            variables: variables,
            maximumErrors: 5
        )
        let plan = try prepared.plan(operation: 0, schema: schema, access: access, variables: values)
        let executor = Executor(schema: try ExecutableSchema(schema: schema, bindings: bindings()))
        let result = await executor.execute(BoundPlan(plan, variables: values), context: context)
        return try JSONReader().read(result.body)
    }
}
