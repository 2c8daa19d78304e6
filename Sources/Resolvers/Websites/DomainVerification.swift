/// How somebody shows that a domain is theirs: by a TXT record that only they can publish.
struct DomainVerification: Sendable {
    let domain: String
    let token: String

    /// Below the domain, so that it stands in nobody's way.
    var recordName: String { "_rollcall-verification.\(domain)" }
    var recordText: String { "rollcall-verification=\(token)" }
    /// As a line of a zone file.
    var record: String { "\(recordName). TXT \"\(recordText)\"" }

    /// Whether the record is among those that were found.
    func isShown(by texts: [String]) -> Bool { texts.contains(recordText) }
}
