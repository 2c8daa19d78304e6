public import Auth
import FoundationEssentials
public import GraphQLEngine
import Postgres

/// What the resolvers of one request share: the caller, the loaders, and the statements of the level that is
/// being started.
///
/// Not locked: the executor calls resolvers, dispatch and continuations one after another in the request's
/// own task, which is what makes `@unchecked Sendable` hold.
public final class ResolverContext: RequestContext, @unchecked Sendable {
    public let services: Services
    public let request: RequestInformation
    /// Nil for an anonymous caller. A successful sign-in sets it for the fields below.
    public private(set) var principal: Principal?
    /// The person who calls; nil for anonymous callers and devices.
    public var viewer: Viewer? { principal?.viewer }

    /// Set once somebody has signed in: the document was planned with the rights of the request's token, which may be
    /// more than theirs.
    public private(set) var changedAccess: (any AccessPolicy)?

    /// What the request leaves in the caller's cookies; nil for what is there.
    public internal(set) var cookieChange: CookieChange?

    /// The mutation under an idempotency key that is being run: all of it is in one transaction.
    var attempt: IdempotentAttempt?

    /// Failures of the database that stand in the log.
    var loggedCauses: Set<DatabaseError.Cause> = []
    private(set) var loaders = Loaders()
    private var tenantBatch = StatementBatch<TenantScope>()
    private var personBatch = StatementBatch<PersonScope>()
    private var authBatch = StatementBatch<AuthScope>()
    private var publicBatch = StatementBatch<AuthScope>()
    private var platformBatch = StatementBatch<PlatformScope>()
    /// The first statement of a request compares the token with the database; once is enough.
    private var isViewerChecked = false

    public init(services: Services, request: RequestInformation, principal: Principal?) {
        self.services = services
        self.request = request
        self.principal = principal
    }

    /// Goes on as somebody who has just proved who they are.
    func signIn(_ viewer: Viewer) {
        principal = .person(viewer)
        changedAccess = ViewerAccess(principal)
        loaders = Loaders()
        isViewerChecked = true
    }

    /// A transaction of this request has committed: it has checked the viewer, and what was loaded before may be old.
    func noteCommitted() {
        isViewerChecked = true
        loaders = Loaders()
    }

    /// What was loaded may not be so, or not any more.
    func forgetLoaded() {
        loaders = Loaders()
    }

    /// Asks for a tenant statement; its rows come with the level's round trip.
    ///
    /// - Throws: `UNAUTHENTICATED` or `NO_ORGANIZATION`.
    func query(_ statement: BoundStatement<TenantScope>) throws(GraphQLError) -> Step<ResultSet> {
        _ = try tenantScope()
        return tenantBatch.add(statement)
    }

    /// Asks for a statement about the viewer's own person, outside any organization.
    func query(_ statement: BoundStatement<PersonScope>) throws(GraphQLError) -> Step<ResultSet> {
        _ = try signedIn()
        return personBatch.add(statement)
    }

    /// Asks for a statement as the sign-in role.
    func query(_ statement: BoundStatement<AuthScope>) throws(GraphQLError) -> Step<ResultSet> {
        _ = try signedIn()
        return authBatch.add(statement)
    }

    /// Asks for a statement that is for everybody, as the sign-in role: a token, good or bad, does not matter to it.
    func queryPublic(_ statement: BoundStatement<AuthScope>) -> Step<ResultSet> {
        publicBatch.add(statement)
    }

    /// Asks for a statement of platform administration, whose reads are recorded.
    func query(_ statement: BoundStatement<PlatformScope>) throws(GraphQLError) -> Step<ResultSet> {
        _ = try signedIn()
        return platformBatch.add(statement)
    }

    public func dispatch() async {
        loaders.flush(in: self)
        await dispatchTenant()
        await dispatchPerson()
        await dispatchAuth()
        await dispatchPublic()
        await dispatchPlatform()
    }

    private func dispatchTenant() async {
        guard !tenantBatch.isEmpty else { return }
        let batch = tenantBatch
        tenantBatch = StatementBatch()
        do throws(GraphQLError) {
            var scope = try tenantScope()
            scope.viewerCheck = viewerCheck
            batch.deliver(await read(batch.statements, in: scope))
        } catch {
            batch.deliver(.failure(.closed))
        }
    }

    private func dispatchPerson() async {
        guard !personBatch.isEmpty, let viewer else { return }
        let batch = personBatch
        personBatch = StatementBatch()
        let scope = PersonScope(userID: viewer.claims.userID, viewerCheck: viewerCheck)
        batch.deliver(await read(batch.statements, in: scope))
    }

    private func dispatchAuth() async {
        guard !authBatch.isEmpty, let viewer else { return }
        let batch = authBatch
        authBatch = StatementBatch()
        let scope = AuthScope(userID: viewer.claims.userID, viewerCheck: viewerCheck)
        batch.deliver(await read(batch.statements, in: scope))
    }

    private func dispatchPublic() async {
        guard !publicBatch.isEmpty else { return }
        let batch = publicBatch
        publicBatch = StatementBatch()
        do throws(DatabaseError) {
            batch.deliver(.success(try await results(of: batch.statements, in: AuthScope())))
        } catch {
            batch.deliver(.failure(error))
        }
    }

    /// A transaction rather than a read: what was asked for is recorded with it.
    private func dispatchPlatform() async {
        guard !platformBatch.isEmpty, let viewer else { return }
        let batch = platformBatch
        platformBatch = StatementBatch()
        do throws(DatabaseError) {
            let scope = viewer.platformScope(now: request.now)
            let results = try await services.database.transaction(in: scope) { (transaction) throws(DatabaseError) in
                try await transaction.pipeline(batch.statements)
            }
            batch.deliver(.success(results))
        } catch {
            batch.deliver(.failure(error))
        }
    }

    private func read<S: Scope>(
        _ statements: [BoundStatement<S>],
        in scope: S
    ) async -> Result<[ResultSet], DatabaseError> {
        do throws(DatabaseError) {
            let results = try await results(of: statements, in: scope)
            isViewerChecked = true
            return .success(results)
        } catch {
            return .failure(error)
        }
    }

    /// One round trip; below a mutation under an idempotency key in its transaction, which is not committed yet.
    private func results<S: Scope>(
        of statements: [BoundStatement<S>],
        in scope: S
    ) async throws(DatabaseError) -> [ResultSet] {
        if let attempt { return try await attempt.read(statements, in: scope) }
        return try await services.database.read(statements, in: scope)
    }

    /// Asked for until it has passed once: what was refused must not be answered in another scope. A device's also tells
    /// the statements behind it which device it is.
    private var viewerCheck: ViewerCheck? {
        isViewerChecked && principal?.device == nil ? nil : principal?.check(isMutation: false, now: request.now)
    }
}
