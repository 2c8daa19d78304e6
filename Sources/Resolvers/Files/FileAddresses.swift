import Auth
import Files
import FoundationEssentials
import Time

/// Signed addresses of files.
extension ResolverContext {
    static let uploadMinutes: Int64 = 15

    /// Where a picture is shown. The address stays the same for up to an hour, so that browsers keep the picture, and
    /// is good for one to two hours.
    func downloadURL(_ key: FileKey) -> String {
        let hour: Int64 = 3_600
        let end = (request.now.secondsSinceEpoch / hour + 2) * hour
        return url(
            FileLink(
                .download,
                organizationID: key.organizationID,
                fileID: key.fileID,
                expiresAt: Timestamp(secondsSinceEpoch: end)
            )
        )
    }

    /// Where so many bytes may be put, once.
    func uploadURL(_ key: FileKey, byteCount: Int64) -> String {
        url(
            FileLink(
                .upload,
                organizationID: key.organizationID,
                fileID: key.fileID,
                byteCount: byteCount,
                expiresAt: request.now.adding(minutes: Self.uploadMinutes)
            )
        )
    }

    private func url(_ link: FileLink) -> String {
        services.files.publicURL + FileServices.path + services.files.links.token(link)
    }
}
