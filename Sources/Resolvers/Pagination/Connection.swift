import FoundationEssentials
import GraphQLEngine
import Postgres

/// One page of a connection.
struct Connection<Node: TableRow>: ObjectRow {
    static var typeName: String { "\(Node.typeName)Connection" }

    let edges: [Edge<Node>]
    let hasNextPage: Bool
    let hasPreviousPage: Bool
    /// Zero unless it was selected.
    let totalCount: Int32
}

/// A node and its place. The cursor is made when it is asked for.
struct Edge<Node: TableRow>: ObjectRow {
    static var typeName: String { "\(Node.typeName)Edge" }

    let node: Node
    let row: Row
    let signature: String
    let keyCount: Int

    /// The ordering's keys stand after the node's columns and the parent's number.
    var cursor: String {
        Cursor.encode(signature, (0..<keyCount).map { row.string(Node.columnCount + 1 + $0) })
    }
}

/// The `pageInfo` of a page.
struct PageInfoRow: ObjectRow {
    static let typeName = "PageInfo"

    let hasNextPage: Bool
    let hasPreviousPage: Bool
    let startCursor: String?
    let endCursor: String?
}

extension Connection {
    var pageInfo: PageInfoRow {
        PageInfoRow(
            hasNextPage: hasNextPage,
            hasPreviousPage: hasPreviousPage,
            startCursor: edges.first?.cursor,
            endCursor: edges.last?.cursor
        )
    }
}

extension Bindings<ResolverContext> {
    mutating func bindConnection<Node: TableRow>(of node: Node.Type) {
        object(Connection<Node>.self) { type in
            type.child("edges") { $0.edges }
            type.child("nodes") { $0.edges.map(\.node) }
            type.child("pageInfo") { $0.pageInfo }
            type.value("totalCount") { $0.totalCount }
        }
        object(Edge<Node>.self) { type in
            type.value("cursor") { $0.cursor }
            type.child("node") { $0.node }
        }
    }

    mutating func bindPageInfo() {
        object(PageInfoRow.self) { type in
            type.value("hasNextPage") { $0.hasNextPage }
            type.value("hasPreviousPage") { $0.hasPreviousPage }
            type.value("startCursor") { $0.startCursor }
            type.value("endCursor") { $0.endCursor }
        }
    }
}
