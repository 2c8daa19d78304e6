import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindWebsiteMutations() {
        bindPayload(of: WebsiteCreate.self)
        bindPayload(of: WebsiteUpdate.self)
        bindPayload(of: WebsiteConfigure.self)
        bindPayload(of: WebsiteDelete.self)
        bindPayload(of: WebsiteRestore.self)
        bindPayload(of: WebsiteDomainAdd.self)
        bindPayload(of: WebsiteDomainVerify.self)
        bindWebsiteMemberSet()
        bindWebsiteDomainRemove()
        object(MutationRow.self) { type in
            type.bindWebsites()
            type.bindWebsiteDomains()
        }
    }
}

extension ObjectBinding<MutationRow, ResolverContext> {
    fileprivate mutating func bindWebsites() {
        mutation("websiteCreate", MutationWebsiteCreateArguments.self) { arguments, call in
            try await WebsiteCreate.run(arguments.input, call.context)
        }
        mutation("websiteUpdate", MutationWebsiteUpdateArguments.self) { arguments, call in
            try await WebsiteUpdate.run(arguments.input, call.context)
        }
        mutation("websiteConfigure", MutationWebsiteConfigureArguments.self) { arguments, call in
            try await WebsiteConfigure.run(arguments.input, call.context)
        }
        mutation("websiteDelete", MutationWebsiteDeleteArguments.self) { arguments, call in
            try await WebsiteDelete.run(arguments.input, call.context)
        }
        mutation("websiteRestore", MutationWebsiteRestoreArguments.self) { arguments, call in
            try await WebsiteRestore.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindWebsiteDomains() {
        mutation("websiteDomainAdd", MutationWebsiteDomainAddArguments.self) { arguments, call in
            try await WebsiteDomainAdd.run(arguments.input, call.context)
        }
        mutation("websiteDomainVerify", MutationWebsiteDomainVerifyArguments.self) { arguments, call in
            try await WebsiteDomainVerify.run(arguments.input, call.context)
        }
    }
}

/// A mutation whose payload has a website.
protocol WebsiteMutation: EntityMutation where Entity == WebsiteRow {
    /// The root field.
    static var action: String { get }
}

extension WebsiteMutation {
    static var entityField: String { "website" }

    /// Changes a live website's values.
    ///
    /// - Parameter change: on the stored website; throws what forbids it.
    static func change(
        _ id: GlobalID,
        _ permission: Permission,
        _ inputErrors: InputErrors,
        _ context: ResolverContext,
        _ change: (WebsiteRow, inout WebsiteValues) throws -> Void
    ) async throws -> MutationOutcome<WebsiteRow> {
        try await WebsiteChange.run(id, permission, inputErrors, context) { website, transaction in
            var values = WebsiteValues(website)
            try change(website, &values)
            return try await store(values, on: website, in: transaction, context)
        }
    }

    /// Stores new values for a locked website.
    static func store(
        _ new: WebsiteValues,
        on website: WebsiteRow,
        with statements: [BoundStatement<TenantScope>] = [],
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> WebsiteRow {
        let old = WebsiteValues(website)
        let audit = try context.audit(
            AuditEntry(
                action: action,
                entityType: "Website",
                entityID: new.id,
                oldValues: old.json.differences(from: new.json),
                newValues: new.json.differences(from: old.json)
            )
        )
        return WebsiteRow(try await transaction.pipeline([new.update, audit] + statements)[0][0])
    }
}
