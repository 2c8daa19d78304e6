import GraphQLEngine
import JSON
import Postgres
import Schema

/// An enum column as the GraphQL enum `E`: the database has the same names in lower case.
///
/// The bytes do not change while the row keeps them alive, so `@unchecked Sendable` holds.
struct DatabaseEnum<E: GraphQLEnumeration>: LeafValue, @unchecked Sendable {
    let utf8: UnsafeRawBufferPointer

    static func represents(_ type: NamedType) -> Bool { E.represents(type) }

    func writeLeaf(to writer: inout JSONWriter) {
        writer.append(UInt8(ascii: "\""))
        for byte in utf8 {
            writer.append((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte)
        }
        writer.append(UInt8(ascii: "\""))
    }
}

extension Parameter {
    /// The names of an enum's values as the database has them.
    static func names(_ values: [some GraphQLEnumeration]) -> Parameter {
        .texts(values.map { $0.rawValue.lowercased() })
    }
}
