public import Auth

/// What the mutations of sign-up and sign-in work with.
public typealias Accounts = AccountServices
