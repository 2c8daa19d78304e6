/// Looks TXT records up in the domain name system.
public protocol TextRecords: Sendable {
    /// The texts of the records with this name; none when there is no such name or record.
    ///
    /// - Parameter name: a complete domain name, found well-formed.
    func texts(of name: String) async throws(TextRecordFailure) -> [String]
}

/// No name server gave an answer, or too many questions wait for one.
public struct TextRecordFailure: Error, Sendable, Equatable {
    public init() {}
}
