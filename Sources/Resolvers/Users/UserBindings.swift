import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindUsers() {
        object(UserRow.self) { type in
            type.value("id") { GlobalID(.user, $0.id) }
            type.value("createdAt") { $0.createdAt }
            type.value("updatedAt") { $0.updatedAt }
            type.value("version") { $0.version }
            type.bindProfile()
            type.values("email") { rows, context in .ready(context.emails(of: rows)) }
            type.values("username") { rows, context in try UserDetails.usernames(of: rows, context) }
            type.values("state") { rows, context in try UserDetails.states(of: rows, context) }
            type.objects("statusHistory") { rows, context in try UserStatusHistory.of(rows, context) }
        }
        object(QueryRow.self) { type in
            type.objects("user", QueryUserArguments.self) { rows, arguments, call in
                try call.context.user(arguments.id).map { found in rows.map { _ in found } }
            }
        }
        bindPayload(of: UserProfileUpdate.self)
        bindSuccessPayload(of: UserDeactivateSelf.self)
        object(MutationRow.self) { type in
            type.mutation("userProfileUpdate", MutationUserProfileUpdateArguments.self) { arguments, call in
                try await UserProfileUpdate.run(arguments.input, call.context)
            }
            type.mutation("userDeactivateSelf", MutationUserDeactivateSelfArguments.self) { arguments, call in
                try await UserDeactivateSelf.run(arguments.input, call.context)
            }
        }
    }
}

extension ObjectBinding<UserRow, ResolverContext> {
    fileprivate mutating func bindProfile() {
        value("displayName") { $0.displayName }
        value("bio") { $0.bio }
        values("avatarUrl") { rows, context in .ready(rows.map { $0.avatar.map(context.downloadURL) }) }
        value("locale") { $0.locale }
        value("timeZone") { $0.timeZone }
        value("emailVerified") { $0.isEmailVerified }
    }
}

extension ResolverContext {
    /// Addresses are for the person, and for colleagues who may read members.
    fileprivate func emails(of users: [UserRow]) -> [String?] {
        let readsMembers = viewer?.rights.allows(.memberRead, at: .organization) ?? false
        return users.map { user in
            readsMembers || user.isOwn || user.id == viewer?.claims.userID ? user.row.optionalString(8) : nil
        }
    }

    /// The viewer's own profile.
    func ownUser() throws(GraphQLError) -> Step<UserRow?> {
        try query(UserRow.own(signedIn().claims.userID)).map { $0.first.map(UserRow.init) }
    }

    /// The person whom an id names: the viewer, somebody who is or was in the viewer's organization, and for platform
    /// administrators anybody.
    fileprivate func user(_ id: GlobalID) throws -> Step<UserRow?> {
        let viewer = try signedIn()
        guard let key = id.key(of: .user) else { return .ready(nil) }
        if key == viewer.claims.userID { return try ownUser() }
        if viewer.claims.organizationID != nil { return loaders.users.load([key]).map { $0[0] } }
        guard viewer.rights.allows(.platformUserRead, at: .platform) else { return .ready(nil) }
        return try PlatformUsers.one(key, self)
    }

    /// People whom the viewer may see, with the viewer's own profile among them where it is asked for.
    func users(_ ids: [UUID?]) throws -> Step<[UserRow?]> {
        let claims = try signedIn().claims
        // Without an organization there is nobody else.
        let others = ids.map { claims.organizationID == nil || $0 == claims.userID ? nil : $0 }
        let own = ids.contains(claims.userID) ? try ownUser() : .ready(nil)
        return try Step<[UserRow?]>.all([own.map { [$0] }, loaders.users.load(others)]).map { answers in
            zip(ids, answers[1]).map { id, other in id == claims.userID ? answers[0][0] : other }
        }
    }
}
