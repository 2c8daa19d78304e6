import JSON
import Synchronization
import Testing

/// Somebody who sends GraphQL over HTTP.
struct APIClient {
    /// A Monday morning, where the tests begin.
    static let start = "2030-03-04T08:00:00Z"
    private static let lastAddress = Atomic(0)

    let port: Int
    /// The access token; nil for an anonymous caller.
    var token: String?
    /// What the server's clock shows for this caller.
    var now = APIClient.start
    /// Further header lines.
    var moreHeaders: [String] = []
    private let address: String

    init(port: Int) {
        self.port = port
        let number = Self.lastAddress.add(1, ordering: .relaxed).newValue
        address = "10.0.\(number / 250).\(number % 250 + 1)"
    }

    /// The same person at another time.
    func at(_ now: String) -> APIClient {
        var client = self
        client.now = now
        return client
    }

    var headers: [String] {
        let fixed = ["Content-Type: application/json", "X-Forwarded-For: \(address)", "x-rollcall-now: \(now)"]
        return fixed + (token.map { ["Authorization: Bearer \($0)"] } ?? []) + moreHeaders
    }

    /// Sends a body as it is and waits for the reply.
    func post(_ body: String) throws -> HTTPExchange.Reply {
        try #require(try begin(body).reply(), "The server closed the connection without an answer.")
    }

    /// Sends a body and leaves the reply for later.
    func begin(_ body: String) throws -> HTTPExchange {
        try #require(HTTPExchange(port: port, headers: headers, body: body), "Nothing listens on port \(port).")
    }

    func send(_ document: String, _ variables: JSONValue = [:]) throws -> HTTPExchange.Reply {
        try post(Self.body(document, variables))
    }

    static func body(_ document: String, _ variables: JSONValue = [:]) -> String {
        JSONValue.object(["query": .string(document), "variables": variables]).text
    }

    /// The `data` of an answer that has no errors.
    func data(
        _ document: String,
        _ variables: JSONValue = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let reply = try send(document, variables)
        let response = try reply.json()
        try #require(reply.status == 200 && response["errors"] == nil, "\(reply.body)", sourceLocation: sourceLocation)
        return try #require(response["data"], sourceLocation: sourceLocation)
    }
}

extension APIClient {
    /// The document of a mutation with one input.
    static func mutation(_ field: String, selecting fields: String) -> String {
        let type = field.prefix(1).uppercased() + field.dropFirst() + "Input"
        return "mutation ($input: \(type)!) { \(field)(input: $input) { \(fields) userErrors { code message path } } }"
    }

    /// The payload of a mutation, which may have user errors.
    func mutate(
        _ field: String,
        _ input: JSONValue,
        selecting fields: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let document = Self.mutation(field, selecting: fields)
        let data = try data(document, ["input": input], sourceLocation: sourceLocation)
        return try #require(data[field], sourceLocation: sourceLocation)
    }

    /// The same for a mutation that has to succeed.
    func succeed(
        _ field: String,
        _ input: JSONValue,
        selecting fields: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let payload = try mutate(field, input, selecting: fields, sourceLocation: sourceLocation)
        try #require(payload.codes == [], "\(payload.text)", sourceLocation: sourceLocation)
        return payload
    }
}

extension HTTPExchange.Reply {
    func json() throws -> JSONValue {
        try JSONReader(maximumDepth: 512).read(Array(body.utf8))
    }

    /// The code of the first top-level error.
    func code() throws -> String? {
        try json().at("errors.0.extensions.code")?.stringValue
    }
}

extension JSONValue {
    /// The codes of a payload's user errors.
    var codes: [String] {
        self["userErrors"]?.arrayValue?.compactMap { $0["code"]?.stringValue } ?? ["no payload"]
    }

    /// The value at names and indices joined by points.
    func at(_ path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { value, name in
            guard let index = Int(name) else { return value?[String(name)] }
            guard let items = value?.arrayValue, items.indices.contains(index) else { return nil }
            return items[index]
        }
    }

    /// The text there; a test fails when there is none.
    func text(at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        try #require(at(path)?.stringValue, "\(path) of \(text)", sourceLocation: sourceLocation)
    }

    /// Every value of a member `id`, however deep.
    var identifiers: [String] {
        switch self {
        case .array(let items): items.flatMap(\.identifiers)
        case .object(let members):
            members.flatMap { $0.key == "id" ? [$0.value.stringValue ?? ""] : $0.value.identifiers }
        default: []
        }
    }
}
