import GraphQLEngine
import Time

/// What the server tells of itself, and its clock at the request's start.
struct ServerInfoRow: ObjectRow {
    static let typeName = "ServerInfo"

    let server: ServerDescription
    let time: Timestamp
}

/// The limits that a client has to respect.
struct ServerLimitsRow: ObjectRow {
    static let typeName = "ServerLimits"
    /// Items of one `employeesBulkUpsert`.
    static let maximumBulkItems: Int32 = 200

    let limits: ServerDescription.Limits
}

extension Bindings<ResolverContext> {
    mutating func bindServerInfo() {
        object(QueryRow.self) { type in
            type.objects("server") { rows, context in
                let server = ServerInfoRow(server: context.services.server, time: context.request.now)
                return .ready(rows.map { _ in server })
            }
        }
        object(ServerInfoRow.self) { type in
            type.value("version") { $0.server.version }
            type.value("schemaHash") { $0.server.schemaHash }
            type.value("time") { $0.time }
            type.child("limits") { ServerLimitsRow(limits: $0.server.limits) }
        }
        object(ServerLimitsRow.self) { $0.bindLimits() }
    }
}

extension ObjectBinding<ServerLimitsRow, ResolverContext> {
    fileprivate mutating func bindLimits() {
        value("maxDepth") { Int32(clamping: $0.limits.maximumDepth) }
        value("maxCost") { Int32(clamping: $0.limits.maximumCost) }
        value("maxAliases") { Int32(clamping: $0.limits.maximumAliases) }
        value("maxRootFields") { Int32(clamping: $0.limits.maximumRootFields) }
        value("maxRootMutations") { Int32(clamping: $0.limits.maximumRootMutations) }
        value("maxBatchedOperations") { Int32(clamping: $0.limits.maximumBatchedOperations) }
        value("maxBulkItems") { _ in ServerLimitsRow.maximumBulkItems }
        value("maxSyncEvents") { _ in Int32(AttendanceEventsSync.maximumEventCount) }
        value("maxPageSize") { _ in Int32(clamping: PageRequest.maximumSize) }
    }
}
