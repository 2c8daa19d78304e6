import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// The queries for objects of any kind.
    mutating func bindNodes() {
        object(QueryRow.self) { type in
            type.objects("node", QueryNodeArguments.self) { rows, arguments, call in
                try NodeLookup.nodes([arguments.id], call.context).map { nodes in rows.map { _ in nodes[0] } }
            }
            type.objects("nodes", QueryNodesArguments.self) { rows, arguments, call in
                try NodeLookup.nodes(arguments.ids, call.context).map { nodes in rows.map { _ in nodes } }
            }
        }
    }
}
