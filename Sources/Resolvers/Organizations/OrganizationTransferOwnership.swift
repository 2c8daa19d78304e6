import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Hands the organization to another member. The organization's row is locked first, so that transfers wait for each
/// other; of those that run at once one is the owner's, and the rest come from somebody who is owner no more.
enum OrganizationTransferOwnership {
    static func run(
        _ input: OrganizationTransferOwnershipInput,
        _ context: ResolverContext
    ) async throws -> OwnershipTransferPayload {
        OwnershipTransferPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: OrganizationTransferOwnershipInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<OwnershipTransfer.Result> {
        let missing = UserErrors.notFound("member", path: ["input", "memberId"])
        guard let memberID = input.memberId.key(of: .member) else { return .failure(missing) }
        guard input.demoteTo != .owner else { return .failure(noSecondOwner) }
        if case .failure(let error) = try await confirm(input.password, context) { return .failure(error) }
        return try await context.mutate(isForInactiveToo: true) { transaction in
            let owned = try await OwnedOrganization.lock(
                reading: [OwnershipStatements.candidate(.uuid(memberID))],
                in: transaction,
                context
            )
            guard let candidate = owned.results[0].first else { throw missing }
            try check(candidate)
            let transfer = OwnershipTransfer(
                from: try context.tenant().memberID,
                to: memberID,
                keepsAdmin: input.demoteTo == .admin
            )
            return try await transfer.store(in: transaction, context)
        }
    }

    private static func confirm(_ password: String, _ context: ResolverContext) async throws -> MutationOutcome<Void> {
        let viewer = try context.tenant().viewer
        let isConfirmed = try await context.account {
            try await PasswordConfirmation(context.services.accounts)
                .confirm(password, of: viewer, client: context.client, now: context.request.now)
        }
        return isConfirmed.flatMap { $0 ? .success(()) : .failure(wrongPassword) }
    }

    private static func check(_ candidate: Row) throws {
        if candidate.bool(0) {
            throw UserErrors(.invalidTransition, "This member is the owner already.", path: ["input", "memberId"])
        }
        guard candidate.bool(1) else {
            throw UserErrors(.invalidTransition, "This member is not active.", path: ["input", "memberId"])
        }
    }

    private static let wrongPassword = UserErrors(
        .invalidCredentials,
        "The password is wrong.",
        path: ["input", "password"]
    )
    private static let noSecondOwner = UserErrors(
        .invalid,
        "There is one owner: the previous one becomes an admin or a member.",
        path: ["input", "demoteTo"]
    )
}

/// The members and the organization after a transfer.
struct OwnershipTransferPayload: MutationPayload {
    static let typeName = "OrganizationTransferOwnershipPayload"

    let transfer: OwnershipTransfer.Result?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<OwnershipTransfer.Result>, clientMutationId: String?) {
        transfer = outcome.value
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }
}

extension Bindings<ResolverContext> {
    mutating func bindOwnershipTransfer() {
        object(OwnershipTransferPayload.self) { type in
            type.child("organization") { $0.transfer?.organization }
            type.child("previousOwner") { $0.transfer?.previousOwner }
            type.child("newOwner") { $0.transfer?.newOwner }
            type.bindPayload()
        }
    }
}
