import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a zone cannot be used.
public enum TimeZoneError: Error, Equatable {
    /// There is no zone of this name.
    case unknown(String)
    /// Its file is not one that this program can read.
    case unreadable(String)
}

/// The time zones of the system, each read once.
///
/// What changed in the files meanwhile is seen after a restart, as it is by PostgreSQL.
public final class TimeZoneDatabase: Sendable {
    /// Where the IANA database is on Linux and macOS, and where Debian's PostgreSQL looks as well.
    public static let system = TimeZoneDatabase(directory: "/usr/share/zoneinfo")

    /// No zone has more.
    private static let maximumFileByteCount = 65_536
    private static let maximumNameByteCount = 64

    private let directory: String
    /// Holds names of files that exist, so that it cannot grow without limit.
    private let known = Mutex<[String: TimeZoneRules]>([:])

    public init(directory: String) {
        self.directory = directory
    }

    /// The zone of an IANA name, such as `Europe/Berlin`.
    public func rules(named name: String) throws(TimeZoneError) -> TimeZoneRules {
        if let rules = known.withLock({ $0[name] }) { return rules }
        guard Self.isName(name), let bytes = Self.bytes(ofFile: "\(directory)/\(name)") else { throw .unknown(name) }
        guard let file = TimeZoneFile(bytes) else { throw .unreadable(name) }
        let rules = TimeZoneRules(name: name, file)
        known.withLock { $0[name] = rules }
        return rules
    }

    /// Whether a name stays within the directory, and is none of the copies `posix/…` and `right/…`.
    private static func isName(_ name: String) -> Bool {
        guard name.utf8.count <= maximumNameByteCount, !name.hasPrefix("posix/"), !name.hasPrefix("right/") else {
            return false
        }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy(isNameByte)
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func bytes(ofFile path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        // A directory can be opened and not be read.
        let bytes = [UInt8](unsafeUninitializedCapacity: maximumFileByteCount) { buffer, count in
            count = fread(buffer.baseAddress, 1, maximumFileByteCount, file)
        }
        return bytes.isEmpty ? nil : bytes
    }
}

extension TimeZoneRules {
    fileprivate init(name: String, _ file: TimeZoneFile) {
        self.init(
            name: name,
            changes: file.changes,
            offsets: file.offsets,
            firstOffset: file.firstOffset,
            yearly: file.yearly
        )
    }
}
