import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    mutating func bindOrganizationMutations() {
        bindOrganizationCreation()
        bindPayload(of: OrganizationUpdate.self)
        bindPayload(of: OrganizationActivate.self)
        bindPayload(of: OrganizationDeactivate.self)
        bindPayload(of: OrganizationArchive.self)
        bindOwnershipTransfer()
        object(MutationRow.self) { type in
            type.bindProfileMutations()
            type.bindStateMutations()
        }
    }
}

extension ObjectBinding<MutationRow, ResolverContext> {
    fileprivate mutating func bindProfileMutations() {
        mutation("organizationCreate", MutationOrganizationCreateArguments.self) { arguments, call in
            try await OrganizationCreate.run(arguments.input, call.context)
        }
        mutation("organizationUpdate", MutationOrganizationUpdateArguments.self) { arguments, call in
            try await OrganizationUpdate.run(arguments.input, call.context)
        }
        mutation("organizationSettingsUpdate", MutationOrganizationSettingsUpdateArguments.self) { arguments, call in
            try await OrganizationSettingsUpdate.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindStateMutations() {
        mutation("organizationActivate", MutationOrganizationActivateArguments.self) { arguments, call in
            try await OrganizationActivate.run(arguments.input, call.context)
        }
        mutation("organizationDeactivate", MutationOrganizationDeactivateArguments.self) { arguments, call in
            try await OrganizationDeactivate.run(arguments.input, call.context)
        }
        mutation("organizationArchive", MutationOrganizationArchiveArguments.self) { arguments, call in
            try await OrganizationArchive.run(arguments.input, call.context)
        }
        mutation("organizationTransferOwnership", MutationOrganizationTransferOwnershipArguments.self) {
            arguments,
            call in
            try await OrganizationTransferOwnership.run(arguments.input, call.context)
        }
    }
}
