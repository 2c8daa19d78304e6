import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// The page for browsers at `GET /graphql`, and the files that it loads.
struct GraphiQL: Sendable {
    static let pathPrefix = "/graphql/static/"
    private static let scriptName = "rollcall.js"
    private static let neededFiles = [
        "graphiql.min.css", "graphiql.min.js", "react.production.min.js", "react-dom.production.min.js",
    ]

    /// Paths by file name. Only what was listed at the start is served, so that no path leads out of the directory.
    private let files: [String: String]

    var isInstalled: Bool { Self.neededFiles.allSatisfy { files[$0] != nil } }

    /// - Parameter directory: where `scripts/fetch-graphiql` put the files; it may be missing.
    init(directory: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        let served = names.filter { Self.contentType($0) != nil }
        files = Dictionary(uniqueKeysWithValues: served.map { ($0, "\(directory)/\($0)") })
    }

    func page() -> HTTPReply {
        isInstalled
            ? HTTPReply(headers: HTTPHeaders.page, text: GraphiQLPage.page)
            : HTTPReply(headers: HTTPHeaders.page, text: GraphiQLPage.missing)
    }

    /// - Parameter path: below ``pathPrefix``.
    func file(_ path: Substring) -> HTTPReply {
        let name = String(path)
        if name == Self.scriptName { return reply(Array(GraphiQLPage.script.utf8), name) }
        guard let file = files[name], let bytes = FileManager.default.contents(atPath: file) else {
            return HTTPReply(.notFound, "There is no such file.")
        }
        return reply(Array(bytes), name)
    }

    private func reply(_ bytes: [UInt8], _ name: String) -> HTTPReply {
        var headers = HTTPHeaders.base
        headers[.contentType] = Self.contentType(name)
        headers[.cacheControl] = "public, max-age=3600"
        return HTTPReply(
            Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        )
    }

    private static func contentType(_ name: String) -> String? {
        if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
        return name.hasSuffix(".css") ? "text/css; charset=utf-8" : nil
    }
}
