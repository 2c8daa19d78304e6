import Glibc

/// A request on a connection of its own. It is sent at once, and answered when the reply is asked for, so that any
/// number of requests can be on their way at the same time.
struct HTTPExchange {
    struct Reply {
        let status: Int
        /// The lines of the header, in lower case.
        let headers: [String]
        let body: String

        func header(_ name: String) -> String? {
            headers.first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
        }
    }

    private let descriptor: Int32

    init?(port: Int, method: String = "POST", path: String = "/graphql", headers: [String], body: String) {
        let head = ["\(method) \(path) HTTP/1.1", "Host: test", "Content-Length: \(body.utf8.count)"]
        self.init(port: port, text: (head + headers + ["Connection: close", "", body]).joined(separator: "\r\n"))
    }

    /// Sends exactly this text.
    init?(port: Int, text: String) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard connect(to: port) else {
            close(descriptor)
            return nil
        }
        send(Array(text.utf8))
    }

    /// Reads until the server closes; nil when there was no answer within a minute.
    func reply() -> Reply? {
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { return Self.parse(bytes) }
            bytes += buffer.prefix(count)
        }
    }

    private func connect(to port: Int) -> Bool {
        var timeout = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    /// A server may answer and close before it has read everything.
    private func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func parse(_ bytes: [UInt8]) -> Reply? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let headers = lines.dropFirst().map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return line[..<colon].lowercased() + line[colon...]
        }
        return Reply(status: status, headers: headers, body: String(text[end.upperBound...]))
    }
}
