import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Admin grants, their connection and the mutations of them.
    mutating func bindAdmins() {
        bindConnection(of: AdminGrantRow.self)
        object(AdminGrantRow.self) { type in
            type.value("id") { GlobalID(.adminGrant, $0.id) }
            type.value("grantedAt") { $0.grantedAt }
            type.value("revokedAt") { $0.revokedAt }
            type.objects("grantedBy") { rows, context in try context.users(rows.map(\.grantedBy)) }
            type.objects("revokedBy") { rows, context in try context.users(rows.map(\.revokedBy)) }
            type.objects("member") { rows, context in
                context.loaders.members.load(rows.map(\.memberID)).map { members in members.map(Self.present) }
            }
        }
        object(OrganizationRow.self) { type in
            type.objects("admins", OrganizationAdminsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try AdminPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindAdminMutations()
    }

    /// A grant is of a member; without one something is wrong on this side.
    private static func present(_ member: MemberRow?) -> Result<MemberRow, GraphQLError> {
        member.map(Result.success) ?? .failure(PublicErrors.internalError)
    }
}
