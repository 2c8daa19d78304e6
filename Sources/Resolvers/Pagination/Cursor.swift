import Auth
import GraphQLEngine
import JSON

/// The place of a row in an ordering, as clients carry it: opaque, and good for that ordering only.
enum Cursor {
    /// Base64url of a JSON array: the ordering's signature, then the row's keys.
    static func encode(_ signature: String, _ keys: [String]) -> String {
        Base64URL.encode(JSONValue.array(([signature] + keys).map(JSONValue.string)).bytes)
    }

    /// - Throws: `BAD_USER_INPUT` for a cursor that is not one of this connection's.
    static func decode(_ cursor: String, _ ordering: Ordering) throws(GraphQLError) -> [String] {
        guard let bytes = Base64URL.decode(cursor.utf8), let value = try? JSONReader().read(bytes) else {
            throw notOurs
        }
        let parts = (value.arrayValue ?? []).compactMap(\.stringValue)
        guard parts.count == ordering.keys.count + 1, parts[0] == ordering.signature else { throw notOurs }
        guard !parts.contains(where: { $0.utf8.contains(0) }) else { throw notOurs }
        return Array(parts.dropFirst())
    }

    private static let notOurs = PublicErrors.badInput(
        "The cursor is not one of this connection's. Take it from an edge or from pageInfo, with the same order."
    )
}
