import JSON
import Testing

/// Requests of many clients that are on their way at the same time.
enum Simultaneous {
    /// Sends all requests before it reads the first answer. Answers the responses in the order of the requests.
    static func responses(_ count: Int, _ begin: (Int) throws -> HTTPExchange) throws -> [JSONValue] {
        let exchanges = try (0..<count).map(begin)
        return try exchanges.map { exchange in
            let reply = try #require(exchange.reply())
            #expect(reply.status == 200, "\(reply.body)")
            return try reply.json()
        }
    }
}

extension JSONValue {
    /// What became of a mutation: the code of the first top-level error, else those of the payload's user errors.
    func codes(of field: String) -> [String] {
        if let code = at("errors.0.extensions.code")?.stringValue { return [code] }
        return at("data.\(field)")?.codes ?? ["no payload"]
    }
}
