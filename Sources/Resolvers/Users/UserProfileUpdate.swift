import Auth
import Files
import Postgres
import Schema

/// Changes what the caller says about themselves.
enum UserProfileUpdate: EntityMutation {
    static let payloadTypeName = "UserProfileUpdatePayload"
    static let entityField = "user"

    typealias Entity = UserRow

    static func run(_ input: UserProfileUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: UserProfileUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<UserRow> {
        let viewer = try context.changingSelf()
        var errors = InputErrors(path: ["input"])
        let patch = ProfilePatch(input, &errors)
        let avatar = try await avatar(input.avatarFileId, &errors, context)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let update = ProfileUpdate(
            context.services.accounts,
            of: viewer,
            client: context.client,
            now: context.request.now
        )
        return try await context.account {
            try await update.update(
                expectedVersion: input.expectedVersion.given,
                username: patch.username.given
            ) { profile in
                patch.apply(to: &profile)
                if !avatar.isAbsent { profile.avatarFileKey = avatar.given?.text }
            }
            context.noteCommitted()
            return try await context.profile(of: viewer.claims.userID)
        }
    }
    /// The picture that is asked for: one of the caller's own, completely uploaded.
    private static func avatar(
        _ id: InputField<GlobalID>,
        _ errors: inout InputErrors,
        _ context: ResolverContext
    ) async throws -> InputField<FileKey> {
        guard let id = id.given else { return id.isAbsent ? .absent : .null }
        let tenant = try context.tenant()
        let key = FileKey(
            organizationID: tenant.organizationID,
            fileID: id.key(of: .file) ?? GlobalID.unmatchable.uuid
        )
        var scope = tenant.scope
        scope.viewerCheck = tenant.viewer.check(isMutation: true, now: context.request.now)
        let statement = readyAvatar(.uuid(key.fileID), .uuid(tenant.memberID))
        if try await context.services.database.read([statement], in: scope)[0].isEmpty {
            errors.add(.notFound, "There is no such picture of yours, or its upload is not complete.", "avatarFileId")
        }
        return .value(key)
    }

    private static let readyAvatar = Statement<TenantScope>(
        "ready avatar",
        """
        SELECT 1 FROM files f
        WHERE f.organization_id = $1 AND f.id = $2 AND f.owner_member_id = $3 AND f.purpose = 'avatar'
          AND f.status = 'ready'
        """
    )
}

/// The changes that a `UserProfileUpdateInput` asks for, each checked by itself.
private struct ProfilePatch: Sendable {
    private let displayName: InputField<String>
    private let bio: InputField<String>
    private let locale: InputField<String>
    private let timeZone: InputField<String>
    let username: InputField<String>

    init(_ input: UserProfileUpdateInput, _ errors: inout InputErrors) {
        displayName = input.displayName.map { errors.required($0, "displayName", maximumLength: 200) }
        bio = input.bio
        locale = input.locale
        timeZone = input.timeZone
        username = input.username
        if displayName == .null { errors.addRequired("displayName") }
        if locale == .null { errors.addRequired("locale") }
        if timeZone == .null { errors.addRequired("timeZone") }
        if let bio = bio.given { errors.check(text: bio, "bio", maximumLength: 4_000) }
        if let locale = locale.given, !LanguageTag.isValid(locale) {
            errors.add(.invalid, LanguageTag.explanation, "locale")
        }
        if let username = username.given, !Username.isValid(username) {
            errors.add(.invalid, UsernameForm.explanation, "username")
        }
    }

    func apply(to profile: inout Profile) {
        if let displayName = displayName.given { profile.displayName = displayName }
        if !bio.isAbsent { profile.bio = bio.given }
        if let locale = locale.given { profile.locale = locale }
        if let timeZone = timeZone.given { profile.timeZone = timeZone }
        if !username.isAbsent { profile.username = username.given }
    }
}
