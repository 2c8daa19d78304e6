import GraphQLEngine
import Schema
import Time

extension Bindings<ResolverContext> {
    /// The mutations of sign-up, sign-in, passwords and addresses.
    mutating func bindAuthentication() {
        bindAuthTokens()
        bindSignInPayload(of: AuthRegister.self)
        bindSignInPayload(of: AuthLogin.self)
        bindSignInPayload(of: AuthRefresh.self)
        bindSignInPayload(of: AuthSwitchOrganization.self)
        bindSuccessPayload(of: AuthLogout.self)
        object(AuthLogoutAllPayload.self) { type in
            type.value("revokedCount") { $0.revokedCount }
            type.bindPayload()
        }
        bindPasswordPayloads()
        bindLetterPayload(of: EmailVerificationSend.self)
        bindLetterPayload(of: UserEmailChangeRequest.self)
        bindPayload(of: EmailVerify.self)
        object(MutationRow.self) { type in
            type.bindSignIn()
            type.bindSignOut()
            type.bindPasswords()
            type.bindAddresses()
        }
    }

    private mutating func bindPasswordPayloads() {
        bindSuccessPayload(of: PasswordChangeMutation.self)
        bindSuccessPayload(of: PasswordResetConfirm.self)
        object(PasswordResetRequestPayload.self) { type in
            type.value("accepted") { $0.isAccepted }
            type.bindPayload()
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
        mutation("authSwitchOrganization", MutationAuthSwitchOrganizationArguments.self) { arguments, call in
            try await AuthSwitchOrganization.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindSignOut() {
        mutation("authLogout", MutationAuthLogoutArguments.self) { arguments, call in
            try await AuthLogout.run(arguments.input, call.context)
        }
        mutation("authLogoutAll", MutationAuthLogoutAllArguments.self) { arguments, call in
            try await AuthLogoutAllPayload.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindPasswords() {
        mutation("passwordChange", MutationPasswordChangeArguments.self) { arguments, call in
            try await PasswordChangeMutation.run(arguments.input, call.context)
        }
        mutation("passwordResetRequest", MutationPasswordResetRequestArguments.self) { arguments, call in
            try await PasswordResetRequestPayload.run(arguments.input, call.context)
        }
        mutation("passwordResetConfirm", MutationPasswordResetConfirmArguments.self) { arguments, call in
            try await PasswordResetConfirm.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindAddresses() {
        mutation("emailVerificationSend", MutationEmailVerificationSendArguments.self) { arguments, call in
            try await EmailVerificationSend.run(arguments.input, call.context)
        }
        mutation("userEmailChangeRequest", MutationUserEmailChangeRequestArguments.self) { arguments, call in
            try await UserEmailChangeRequest.run(arguments.input, call.context)
        }
        mutation("emailVerify", MutationEmailVerifyArguments.self) { arguments, call in
            try await EmailVerify.run(arguments.input, call.context)
        }
    }
}
