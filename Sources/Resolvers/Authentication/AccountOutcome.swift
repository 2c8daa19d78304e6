import Auth
import GraphQLEngine

extension ResolverContext {
    /// Where the request came from and how it is named, for throttling and the logs.
    var client: Client {
        Client(
            address: request.clientAddress,
            userAgent: request.userAgent,
            requestID: request.requestID,
            operationName: request.operationName
        )
    }

    /// Bounds how often something may be asked for.
    func throttle(_ action: RequestThrottle.Action) -> RequestThrottle {
        RequestThrottle(services.accounts, action, client: client, now: request.now)
    }

    /// Runs a flow of the account services: what a person can mend comes out as failure, everything else is thrown.
    ///
    /// - Parameter tokenField: the input's field with the token, for refusals of one.
    func account<Value: Sendable>(
        tokenField: String? = nil,
        _ flow: () async throws -> Value
    ) async throws -> MutationOutcome<Value> {
        do {
            return .success(try await flow())
        } catch let errors as UserErrors {
            return .failure(errors)
        } catch let refusal as AccountRefusal {
            return .failure(try UserErrors(refusal, tokenField: tokenField))
        } catch is PasswordHasher.Failure {
            throw PublicErrors.unavailable
        }
    }

    /// Runs a flow that signs somebody in; the fields below see the new viewer.
    func signIn(
        tokenField: String? = nil,
        _ flow: () async throws -> IssuedTokens
    ) async throws -> MutationOutcome<IssuedTokens> {
        let outcome = try await account(tokenField: tokenField, flow)
        if let tokens = outcome.value {
            signIn(Viewer(tokens.claims))
            renewCookies(tokens)
        }
        return outcome
    }
}
