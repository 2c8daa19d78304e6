import Auth
import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Websites, the roles on them, their domains, and the mutations of them.
    mutating func bindWebsites() {
        bindConnection(of: WebsiteRow.self)
        bindConnection(of: WebsiteGrantRow.self)
        object(WebsiteRow.self) { type in
            type.bindValues()
            type.bindRelations()
        }
        bindWebsiteDomains()
        bindWebsiteGrants()
        object(OrganizationRow.self) { type in
            type.objects("websites", OrganizationWebsitesArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try WebsitePages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindWebsiteMutations()
    }

    private mutating func bindWebsiteDomains() {
        object(WebsiteDomainRow.self) { type in
            type.value("domain") { $0.domain }
            type.value("verified") { $0.isVerified }
            type.value("verifiedAt") { $0.verifiedAt }
            type.values("verificationRecord") { rows, context in
                let authority = try WebsiteAuthority(context)
                return .ready(
                    try authority.values(.websiteConfigure, roles: rows.map(\.viewerRole)) {
                        rows[$0].verification.record
                    }
                )
            }
        }
    }

    private mutating func bindWebsiteGrants() {
        object(WebsiteGrantRow.self) { type in
            type.value("id") { GlobalID(.websiteGrant, $0.id) }
            type.value("role") { $0.role }
            type.value("grantedAt") { $0.grantedAt }
            type.objects("website") { rows, context in
                context.loaders.websites.load(rows.map(\.websiteID)).map { $0.map(Self.present) }
            }
            type.objects("member") { rows, context in
                context.loaders.members.load(rows.map(\.memberID)).map { $0.map(Self.present) }
            }
        }
        object(MemberRow.self) { type in
            type.objects("websiteGrants") { rows, context in try WebsiteGrants.of(rows.map(\.id), context) }
        }
    }

    /// A grant is of a member on a website; without either something is wrong on this side.
    private static func present<Value>(_ value: Value?) -> Result<Value, GraphQLError> {
        value.map(Result.success) ?? .failure(PublicErrors.internalError)
    }
}

extension ObjectBinding<WebsiteRow, ResolverContext> {
    fileprivate mutating func bindValues() {
        value("id") { GlobalID(.website, $0.id) }
        value("createdAt") { $0.createdAt }
        value("updatedAt") { $0.updatedAt }
        value("version") { $0.version }
        value("deletedAt") { $0.deletedAt }
        value("key") { $0.key }
        value("name") { $0.name }
        value("primaryUrl") { $0.primaryURL }
        value("status") { $0.status }
        value("viewerRole") { $0.viewerRole }
        values("configuration") { rows, context in
            let authority = try WebsiteAuthority(context)
            return .ready(
                try authority.values(.websiteConfigure, roles: rows.map(\.viewerRole)) { rows[$0].configuration }
            )
        }
    }

    fileprivate mutating func bindRelations() {
        objects("domains") { rows, context in try WebsiteDomainRow.of(rows, context) }
        objects("members", WebsiteMembersArguments.self) { rows, arguments, call in
            try WebsiteGrants.pages(of: rows, arguments, call).map { $0.map(Optional.some) }
        }
    }
}
