/// Why an access token is not accepted. Callers answer all of them alike; the cause is for the log.
public enum AccessTokenError: Error, Sendable, Equatable {
    case tooLong
    case malformed
    case unacceptableHeader
    case unknownKey
    case wrongSignature
    case malformedClaims
    case expired
    case notYetValid
    case wrongIssuer
    case wrongAudience
    case wrongType
}
