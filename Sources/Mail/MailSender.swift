/// Who mails come from: an address, with a name or without.
public struct MailSender: Sendable, Equatable {
    public let name: String?
    public let address: MailAddress

    public init(name: String?, address: MailAddress) {
        self.name = name
        self.address = address
    }

    /// Reads `Name <local@domain>` or `local@domain`; nil for anything else.
    public init?(_ text: String) {
        guard let bracket = text.firstIndex(of: "<") else {
            guard let address = MailAddress(text) else { return nil }
            self.init(name: nil, address: address)
            return
        }
        guard text.last == ">", let address = MailAddress(String(text[text.index(after: bracket)...].dropLast())) else {
            return nil
        }
        var name = text[..<bracket]
        while name.last == " " { name.removeLast() }
        self.init(name: name.isEmpty ? nil : String(name), address: address)
    }
}
