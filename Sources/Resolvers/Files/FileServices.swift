public import Auth
public import Files

/// What fields of files work with.
public struct FileServices: Sendable {
    public let storage: FileStorage
    public let links: FileLinks
    /// Of one file.
    public let maximumBytes: Int
    /// What links begin with: where people reach the server, without a slash at the end.
    public let publicURL: String

    /// Where links lead on the server; the token follows.
    public static let path = "/files/"

    public init(storage: FileStorage, links: FileLinks, maximumBytes: Int, publicURL: String) {
        self.storage = storage
        self.links = links
        self.maximumBytes = maximumBytes
        self.publicURL = publicURL
    }
}
