/// The mutations that take no idempotency key.
///
/// Keys belong to a person or a device in an organization, and their rows are written in the organization's transaction: what runs
/// elsewhere cannot have them. An answer with a secret must not be kept.
enum NeverIdempotent {
    private static let outside = "it works outside of one organization"
    private static let secret = "its answer has a key that is shown once"
    private static let reasons = [
        "authRegister": outside, "authLogin": outside, "authRefresh": outside, "authSwitchOrganization": outside,
        "authLogout": outside, "authLogoutAll": outside, "sessionRevoke": outside, "passwordChange": outside,
        "passwordResetRequest": outside, "passwordResetConfirm": outside, "emailVerificationSend": outside,
        "emailVerify": outside, "userProfileUpdate": outside, "userEmailChangeRequest": outside,
        "userDeactivateSelf": outside, "organizationCreate": outside, "invitationAccept": outside,
        "invitationDecline": outside, "platformOrganizationSuspend": outside, "platformOrganizationUnsuspend": outside,
        "platformOrganizationRestore": outside, "platformUserSuspend": outside, "platformUserUnsuspend": outside,
        "platformUserArchive": outside, "platformActAs": outside, "deviceCreate": secret, "deviceRotateKey": secret,
    ]

    /// Why a root field takes none; nil for those that do.
    static func reason(_ mutation: String) -> String? { reasons[mutation] }
}
