import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Memberships, their connections and the mutations of them.
    mutating func bindMembers() {
        bindConnection(of: MemberRow.self)
        object(MemberRow.self) { type in
            type.bindValues()
            type.bindRelations()
        }
        object(OrganizationRow.self) { type in
            type.objects("owner") { rows, context in
                let own = try context.tenant().organizationID
                return try context.owner().map { owner in rows.map { $0.id == own ? owner : nil } }
            }
            type.objects("members", OrganizationMembersArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try MemberPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindStatusHistory()
        bindMemberMutations()
    }
}

extension ObjectBinding<MemberRow, ResolverContext> {
    fileprivate mutating func bindValues() {
        value("id") { GlobalID(.member, $0.id) }
        value("role") { $0.role }
        value("title") { $0.title }
        value("accessState") { $0.accessState }
        value("joinedAt") { $0.joinedAt }
        value("endedAt") { $0.endedAt }
        value("version") { $0.version }
    }

    fileprivate mutating func bindRelations() {
        objects("user") { rows, context in
            try context.users(rows.map(\.userID)).map { $0.map(Self.present) }
        }
        objects("organization") { rows, context in
            try context.organizations(rows.map(\.organizationID)).map { $0.map(Self.present) }
        }
        objects("employee") { rows, context in try context.employees(ofMembers: rows) }
        objects("customRoles") { rows, context in try MemberRoles.of(rows.map(\.id), context) }
        objects("statusHistory") { rows, context in try MemberStatusHistory.of(rows.map(\.id), context) }
    }

    /// A member has a person and an organization; without them something is wrong on this side.
    private static func present<Value>(_ value: Value?) -> Result<Value, GraphQLError> {
        value.map(Result.success) ?? .failure(PublicErrors.internalError)
    }
}
