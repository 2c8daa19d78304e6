import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    /// Organizations, the queries for the current one and public ones, and their mutations. What other entities hang on to an
    /// organization is bound with those.
    mutating func bindOrganizations() {
        object(QueryRow.self) { type in
            type.objects("organization") { rows, context in
                try context.currentOrganization().map { organization in rows.map { _ in organization } }
            }
        }
        object(OrganizationRow.self) { type in
            type.value("id") { GlobalID(.organization, $0.id) }
            type.value("createdAt") { $0.createdAt }
            type.value("updatedAt") { $0.updatedAt }
            type.value("version") { $0.version }
            type.bindValues()
        }
        bindOrganizationSettings()
        bindOrganizationHistories()
        bindOrganizationStats()
        bindPublicOrganization()
        bindOrganizationMutations()
    }
}

extension ObjectBinding<OrganizationRow, ResolverContext> {
    fileprivate mutating func bindValues() {
        value("name") { $0.name }
        value("slug") { $0.slug }
        value("description") { $0.description }
        value("industry") { $0.industry }
        value("countryCode") { $0.countryCode }
        value("timeZone") { $0.timeZone }
        value("locale") { $0.locale }
        value("isPublic") { $0.isPublic }
        value("state") { $0.state }
        values("logoUrl") { rows, context in .ready(rows.map { $0.logo.map(context.downloadURL) }) }
    }
}
