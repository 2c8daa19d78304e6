#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A client that sends exactly the bytes it is told, over a socket of its own.
struct RawHTTPClient {
    let port: Int

    struct Reply {
        let status: Int
        /// The header fields' lines, in lower case.
        let headers: [String]
        let body: String

        func header(_ name: String) -> String? {
            headers.first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
        }
    }

    /// A POST of JSON.
    func post(_ body: String, headers: [String] = ["Content-Type: application/json"]) -> Reply? {
        let lines = ["POST /graphql HTTP/1.1", "Host: test", "Content-Length: \(body.utf8.count)", "Connection: close"]
        return send((lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    func get(_ path: String, headers: [String] = [], method: String = "GET") -> Reply? {
        send(
            (["\(method) \(path) HTTP/1.1", "Host: test", "Connection: close"] + headers).joined(separator: "\r\n")
                + "\r\n\r\n"
        )
    }

    /// Sends the text and reads until the server closes; nil when there is no answer.
    func send(_ text: String) -> Reply? {
        open(text)?.reply()
    }

    /// Sends the text and leaves the answer unread.
    func open(_ text: String) -> Connection? {
        let descriptor = connect()
        guard descriptor >= 0 else { return nil }
        let connection = Connection(descriptor: descriptor)
        _ = connection.send(text)
        return connection
    }

    /// A connection of its own; closed when nobody holds it any more.
    final class Connection {
        private let descriptor: Int32

        init(descriptor: Int32) {
            self.descriptor = descriptor
        }

        deinit { close(descriptor) }

        /// False when the server has closed.
        func send(_ text: String) -> Bool {
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }

        /// Reads until the server closes, or says nothing for 30 seconds.
        func reply() -> Reply? {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                if count <= 0 { return RawHTTPClient.parse(bytes) }
                bytes += buffer.prefix(count)
            }
        }
    }

    private func connect() -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var timeout = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return status == 0 ? descriptor : -1
    }

    fileprivate static func parse(_ bytes: [UInt8]) -> Reply? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n").map(String.init)
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        return Reply(
            status: status,
            headers: lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return parts[0].lowercased() + ":" + parts[1]
            },
            body: String(text[end.upperBound...])
        )
    }
}
