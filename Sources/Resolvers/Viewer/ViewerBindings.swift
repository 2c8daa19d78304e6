import Auth
import FoundationEssentials
import GraphQLEngine

extension Bindings<ResolverContext> {
    mutating func bindViewer() {
        object(QueryRow.self) { type in
            type.objects("viewer") { rows, context in
                .ready(rows.map { _ in context.viewer.map(ViewerRow.init) })
            }
        }
        object(ViewerRow.self) { type in
            type.bindPerson()
            type.bindMembership()
            type.objects("permissions") { rows, context in
                try context.managesOthers().map { managesOthers in
                    rows.map { row in
                        Rights(row.viewer.claims, managesOthers: managesOthers).effective.map(
                            EffectivePermissionRow.init
                        )
                    }
                }
            }
            type.value("isPlatformAdmin") { $0.viewer.claims.isPlatformAdmin }
        }
        object(EffectivePermissionRow.self) { type in
            type.value("code") { $0.permission.code }
            type.value("scope") { $0.scope }
        }
    }
}

extension ObjectBinding<ViewerRow, ResolverContext> {
    fileprivate mutating func bindPerson() {
        objects("user") { rows, context in
            try context.ownUser().map { user in rows.map { _ in Self.present(user) } }
        }
        objects("session") { rows, context in
            let ids = rows.map { Optional($0.viewer.claims.sessionID) }
            return try context.ownSessions(ids).map { $0.map(Self.present) }
        }
        objects("sessions") { rows, context in
            try context.ownSessions().map { sessions in rows.map { _ in sessions } }
        }
        objects("memberships") { rows, context in
            try context.ownMemberships().map { memberships in rows.map { _ in memberships } }
        }
    }

    /// Null for somebody signed in without an organization.
    fileprivate mutating func bindMembership() {
        objects("organization") { rows, context in
            try context.organizations(rows.map { $0.viewer.claims.organizationID })
        }
        objects("member") { rows, context in
            context.loaders.members.load(rows.map { $0.viewer.claims.membership?.memberID })
        }
        objects("employee") { rows, context in
            try context.employees(ofMembers: rows.map { $0.viewer.claims.membership?.memberID })
        }
    }

    /// The viewer's check has found the session and the person live, so a missing one has ended since.
    private static func present<Value>(_ value: Value?) -> Result<Value, GraphQLError> {
        value.map(Result.success) ?? .failure(PublicErrors.unauthenticated)
    }
}
