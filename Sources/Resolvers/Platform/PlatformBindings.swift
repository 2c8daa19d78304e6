import FoundationEssentials
import GraphQLEngine
import Schema

/// The field `platform`: what hangs on it is read for itself.
struct PlatformRow: ObjectRow {
    static let typeName = "Platform"
}

extension Bindings<ResolverContext> {
    /// Administration of the platform: its queries and mutations.
    mutating func bindPlatform() {
        bindConnection(of: OrganizationRow.self)
        bindConnection(of: UserRow.self)
        object(QueryRow.self) { type in
            type.child("platform") { _ in PlatformRow() }
        }
        object(PlatformRow.self) { type in
            type.objects("organizations", PlatformOrganizationsArguments.self) { rows, arguments, call in
                try PlatformOrganizations.page(arguments, call).map { page in rows.map { _ in page } }
            }
            type.objects("organization", PlatformOrganizationArguments.self) { rows, arguments, call in
                try PlatformOrganizations.one(arguments.by, call.context).map { found in rows.map { _ in found } }
            }
            type.objects("users", PlatformUsersArguments.self) { rows, arguments, call in
                try PlatformUsers.page(arguments, call).map { page in rows.map { _ in page } }
            }
        }
        bindPlatformJobs()
        bindPlatformMutations()
    }

    private mutating func bindPlatformMutations() {
        bindPayload(of: PlatformOrganizationSuspend.self)
        bindPayload(of: PlatformOrganizationUnsuspend.self)
        bindPayload(of: PlatformOrganizationRestore.self)
        bindPayload(of: PlatformUserSuspend.self)
        bindPayload(of: PlatformUserUnsuspend.self)
        bindPayload(of: PlatformUserArchive.self)
        bindPlatformActAs()
        object(MutationRow.self) { type in
            type.bindOrganizationAdministration()
            type.bindUserAdministration()
        }
    }
}

extension ObjectBinding<MutationRow, ResolverContext> {
    fileprivate mutating func bindOrganizationAdministration() {
        mutation("platformOrganizationSuspend", MutationPlatformOrganizationSuspendArguments.self) { arguments, call in
            try await PlatformOrganizationSuspend.run(arguments.input, call.context)
        }
        mutation("platformOrganizationUnsuspend", MutationPlatformOrganizationUnsuspendArguments.self) {
            arguments,
            call in
            try await PlatformOrganizationUnsuspend.run(arguments.input, call.context)
        }
        mutation("platformOrganizationRestore", MutationPlatformOrganizationRestoreArguments.self) { arguments, call in
            try await PlatformOrganizationRestore.run(arguments.input, call.context)
        }
        mutation("platformActAs", MutationPlatformActAsArguments.self) { arguments, call in
            try await PlatformActAs.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindUserAdministration() {
        mutation("platformUserSuspend", MutationPlatformUserSuspendArguments.self) { arguments, call in
            try await PlatformUserSuspend.run(arguments.input, call.context)
        }
        mutation("platformUserUnsuspend", MutationPlatformUserUnsuspendArguments.self) { arguments, call in
            try await PlatformUserUnsuspend.run(arguments.input, call.context)
        }
        mutation("platformUserArchive", MutationPlatformUserArchiveArguments.self) { arguments, call in
            try await PlatformUserArchive.run(arguments.input, call.context)
        }
    }
}
