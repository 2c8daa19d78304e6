import GraphQLEngine
import Schema
import Time

extension Bindings<ResolverContext> {
    /// The mutations of sign-up, sign-in and the confirmation of addresses.
    mutating func bindAuthentication() {
        bindAuthTokens()
        bindSignInPayload(of: AuthRegister.self)
        bindSignInPayload(of: AuthLogin.self)
        bindSignInPayload(of: AuthRefresh.self)
        object(AuthLogoutPayload.self) { type in
            type.value("success") { _ in true }
            type.bindPayload()
        }
        object(EmailVerificationSendPayload.self) { type in
            type.value("sentAt") { $0.sentAt }
            type.bindPayload()
        }
        bindPayload(of: EmailVerify.self)
        object(MutationRow.self) { type in
            type.bindSignIn()
            type.bindEmailVerification()
        }
    }
}

extension ObjectBinding<MutationRow, ResolverContext> {
    fileprivate mutating func bindSignIn() {
        mutation("authRegister", MutationAuthRegisterArguments.self) { arguments, call in
            try await AuthRegister.run(arguments.input, call.context)
        }
        mutation("authLogin", MutationAuthLoginArguments.self) { arguments, call in
            try await AuthLogin.run(arguments.input, call.context)
        }
        mutation("authRefresh", MutationAuthRefreshArguments.self) { arguments, call in
            try await AuthRefresh.run(arguments.input, call.context)
        }
        mutation("authLogout", MutationAuthLogoutArguments.self) { arguments, call in
            try await AuthLogoutPayload.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindEmailVerification() {
        mutation("emailVerificationSend", MutationEmailVerificationSendArguments.self) { arguments, call in
            try await EmailVerificationSendPayload.run(arguments.input, call.context)
        }
        mutation("emailVerify", MutationEmailVerifyArguments.self) { arguments, call in
            try await EmailVerify.run(arguments.input, call.context)
        }
    }
}
