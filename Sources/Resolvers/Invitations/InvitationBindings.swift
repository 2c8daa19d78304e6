import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Invitations, their connection and counts, previews, and the mutations of them.
    mutating func bindInvitations() {
        bindConnection(of: InvitationRow.self)
        object(InvitationRow.self) { type in
            type.bindValues()
            type.bindRelations()
        }
        object(OrganizationRow.self) { type in
            type.objects("invitations", OrganizationInvitationsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try InvitationPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
            type.objects("invitationStats") { rows, context in
                let statement = InvitationStatsRow.statement(at: context.request.now)
                return try context.ofCurrent(rows, statement) { InvitationStatsRow($0) }
            }
        }
        object(InvitationStatsRow.self) { type in
            type.value("pending") { $0.count(.pending) }
            type.value("accepted") { $0.count(.accepted) }
            type.value("declined") { $0.count(.declined) }
            type.value("revoked") { $0.count(.revoked) }
            type.value("expired") { $0.count(.expired) }
        }
        bindInvitationPreviews()
        bindInvitationMutations()
    }
}

extension ObjectBinding<InvitationRow, ResolverContext> {
    fileprivate mutating func bindValues() {
        value("id") { GlobalID(.invitation, $0.id) }
        value("email") { $0.email }
        value("role") { $0.role }
        value("createdAt") { $0.createdAt }
        value("expiresAt") { $0.expiresAt }
        value("lastSentAt") { $0.lastSentAt }
        value("sendCount") { $0.sendCount }
        values("status") { rows, context in .ready(rows.map { $0.status(at: context.request.now) }) }
        values("decidedAt") { rows, context in .ready(rows.map { $0.decidedAt(at: context.request.now) }) }
    }

    fileprivate mutating func bindRelations() {
        objects("employee") { rows, context in context.loaders.employees.load(rows.map(\.employeeID)) }
        objects("acceptedBy") { rows, context in try context.users(rows.map(\.acceptedBy)) }
        objects("invitedBy") { rows, context in
            context.loaders.members.load(rows.map(\.invitedBy)).map { $0.map(Self.present) }
        }
        objects("roles") { rows, context in
            let ids = rows.flatMap(\.roleIDs)
            return context.loaders.roles.load(ids.map(Optional.some)).map { found in
                let roles = Dictionary(found.compactMap { $0 }.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
                return rows.map { $0.roleIDs.compactMap { roles[$0] } }
            }
        }
    }

    /// An invitation is from a member; without one something is wrong on this side.
    private static func present(_ member: MemberRow?) -> Result<MemberRow, GraphQLError> {
        member.map(Result.success) ?? .failure(PublicErrors.internalError)
    }
}
