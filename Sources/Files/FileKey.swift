public import FoundationEssentials

/// Which file: one of an organization's.
public struct FileKey: Hashable, Sendable {
    public let organizationID: UUID
    public let fileID: UUID

    public init(organizationID: UUID, fileID: UUID) {
        self.organizationID = organizationID
        self.fileID = fileID
    }

    /// Reads what ``text`` gives; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let organizationID = UUID(uuidString: String(parts[0])),
            let fileID = UUID(uuidString: String(parts[1]))
        else { return nil }
        self.init(organizationID: organizationID, fileID: fileID)
    }

    /// Both ids in lower case with a slash between: as the database refers to the file, and where it lies.
    public var text: String { "\(organizationID.uuidString)/\(fileID.uuidString)".lowercased() }
}
