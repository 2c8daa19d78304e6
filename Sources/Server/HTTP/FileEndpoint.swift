import Auth
import Files
import HTTPTypes
import Hummingbird
import NIOCore
import Resolvers
import Time

/// Takes and gives the bytes of files at signed addresses.
struct FileEndpoint: Sendable {
    let storage: FileStorage
    let links: FileLinks
    let body: RequestBodyReader

    /// - Parameter token: what follows the path's prefix.
    func get(_ token: Substring) async -> HTTPReply {
        guard let link = links.link(token, now: .now()), link.use == .download,
            let bytes = await storage.bytes(of: link.key), let type = ImageType(firstBytes: bytes)
        else { return .noSuchFile }
        var headers = HTTPHeaders.base
        headers[.contentType] = type.mediaType
        // Nothing in it may act: it is shown, and that is all.
        headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        headers[.cacheControl] = "private, max-age=3600"
        return HTTPReply(
            Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        )
    }

    /// Stores what comes, once, if it is as long as was announced.
    func put(_ token: Substring, _ request: Request, on channel: any Channel) async throws -> HTTPReply {
        guard let link = links.link(token, now: .now()), link.use == .upload else {
            return RequestBodyReader.abandoning(request, .noSuchFile, channel)
        }
        do {
            return try await body.withBody(of: request, on: channel) { bytes in await store(bytes, link) }
        } catch let refusal as RequestBodyReader.Refusal {
            return RequestBodyReader.abandoning(request, HTTPReply(body.answer(refusal)), channel)
        }
    }

    private func store(_ bytes: ByteBuffer, _ link: FileLink) async -> HTTPReply {
        guard Int64(bytes.readableBytes) == link.byteCount else {
            return HTTPReply(
                .badRequest,
                "\(bytes.readableBytes) bytes came, \(link.byteCount) were announced. Send the file as it was announced."
            )
        }
        do throws(FileStorageError) {
            try await storage.store(Array(bytes.readableBytesView), as: link.key)
            return HTTPReply(Response(status: .noContent, headers: HTTPHeaders.base))
        } catch {
            switch error {
            case .exists: return HTTPReply(.conflict, "The file was uploaded already. Request another upload.")
            case .unavailable: return HTTPReply(.unavailable, "The file cannot be kept now. Try again later.")
            }
        }
    }
}

extension HTTPReply {
    fileprivate static let noSuchFile = HTTPReply(
        .notFound,
        "There is no such file, or the address has expired. Ask the API for a new one."
    )
}

extension FileLink {
    fileprivate var key: FileKey { FileKey(organizationID: organizationID, fileID: fileID) }
}
