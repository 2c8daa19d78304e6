import Crypto
import Dispatch
public import FoundationEssentials

/// Why bytes could not be kept or read.
public enum FileStorageError: Error, Sendable, Equatable {
    /// Bytes of the file have come before.
    case exists
    /// The disk is full, or the directory can't be used.
    case unavailable
}

/// Keeps the bytes of files in a directory; several servers share one over a network file system.
public struct FileStorage: Sendable {
    /// What a file's bytes turned out to be.
    public struct Contents: Equatable, Sendable {
        public let byteCount: Int
        public let sha256: [UInt8]
        /// Nil for anything but a picture.
        public let imageType: ImageType?
    }

    private let directory: String
    /// Disks are slow, so that no task's thread waits for them.
    private let queue = DispatchQueue(label: "rollcall.files")

    /// - Parameter directory: made when the first file comes.
    public init(directory: String) {
        self.directory = directory
    }

    /// Keeps the bytes of a file, whole or not at all.
    public func store(_ bytes: [UInt8], as key: FileKey) async throws(FileStorageError) {
        try await run { try write(bytes, key) }
    }

    /// The bytes; nil when there are none.
    public func bytes(of key: FileKey) async -> [UInt8]? {
        try? await run { FileManager.default.contents(atPath: path(key)).map { Array($0) } }
    }

    /// What was stored; nil when nothing was.
    public func contents(of key: FileKey) async -> Contents? {
        guard let bytes = await bytes(of: key) else { return nil }
        return Contents(
            byteCount: bytes.count,
            sha256: Array(SHA256.hash(data: bytes)),
            imageType: ImageType(firstBytes: bytes)
        )
    }

    /// Takes the bytes away; nothing happens when there are none.
    public func erase(_ key: FileKey) async throws(FileStorageError) {
        try await run {
            if FileManager.default.fileExists(atPath: path(key)) {
                try FileManager.default.removeItem(atPath: path(key))
            }
        }
    }

    private func path(_ key: FileKey) -> String { "\(directory)/\(key.text)" }

    private func write(_ bytes: [UInt8], _ key: FileKey) throws {
        let files = FileManager.default
        let path = path(key)
        guard !files.fileExists(atPath: path) else { throw FileStorageError.exists }
        let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
        try files.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    }

    private func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws(FileStorageError) -> Value {
        let outcome: Result<Value, FileStorageError> = await withCheckedContinuation { continuation in
            queue.async {
                do {
                    continuation.resume(returning: .success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error as? FileStorageError ?? .unavailable))
                }
            }
        }
        return try outcome.get()
    }
}
