/// A compiled time zone: the Time Zone Information Format of RFC 9636, from version 2 on.
///
/// Leap seconds are refused: instants count none.
struct TimeZoneFile {
    let changes: [Int64]
    let offsets: [Int32]
    let firstOffset: Int32
    let yearly: YearlyChanges?

    /// Nil unless the bytes are such a file.
    init?(_ bytes: [UInt8]) {
        var reader = BytesReader(bytes)
        guard let old = Header(&reader), old.version >= UInt8(ascii: "2") else { return nil }
        reader.skip(old.bodyByteCount(timeByteCount: 4))
        guard let header = Header(&reader), header.leaps == 0, header.types > 0,
            let changes = reader.integers(Int64.self, count: header.times),
            let indices = reader.integers(UInt8.self, count: header.times),
            let types = reader.types(count: header.types), indices.allSatisfy({ $0 < types.count })
        else { return nil }
        reader.skip(header.characters + header.standardFlags + header.utcFlags)
        guard let rule = reader.line() else { return nil }
        guard zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        self.changes = changes
        offsets = indices.map { types[Int($0)] }
        firstOffset = types[0]
        guard !rule.isEmpty else {
            yearly = nil
            return
        }
        guard let yearly = YearlyChanges(text: rule[...]) else { return nil }
        self.yearly = yearly
    }
}

extension TimeZoneFile {
    /// The counts at the head of each of a file's two blocks.
    private struct Header {
        let version: UInt8
        let utcFlags: Int
        let standardFlags: Int
        let leaps: Int
        let times: Int
        let types: Int
        let characters: Int

        init?(_ reader: inout BytesReader) {
            guard reader.integers(UInt8.self, count: 4) == Array("TZif".utf8),
                let version = reader.integers(UInt8.self, count: 16)?.first,
                let counts = reader.integers(UInt32.self, count: 6), counts.allSatisfy({ $0 < 65_536 })
            else { return nil }
            self.version = version
            utcFlags = Int(counts[0])
            standardFlags = Int(counts[1])
            leaps = Int(counts[2])
            times = Int(counts[3])
            types = Int(counts[4])
            characters = Int(counts[5])
        }

        func bodyByteCount(timeByteCount: Int) -> Int {
            times * (timeByteCount + 1) + types * 6 + characters + leaps * (timeByteCount + 4) + standardFlags
                + utcFlags
        }
    }

    /// Reads big-endian integers one after another; nil once the bytes do not suffice.
    private struct BytesReader {
        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func skip(_ count: Int) {
            position += count
        }

        mutating func integers<Integer: FixedWidthInteger>(_: Integer.Type, count: Int) -> [Integer]? {
            let width = Integer.bitWidth / 8
            guard count * width <= bytes.count - position else { return nil }
            defer { position += count * width }
            return (0..<count).map { index in
                bytes[position + index * width..<position + (index + 1) * width].reduce(0) {
                    Integer($0) << 8 | Integer($1)
                }
            }
        }

        /// Offsets from UTC of local time types.
        mutating func types(count: Int) -> [Int32]? {
            var offsets: [Int32] = []
            for _ in 0..<count {
                guard let offset = integers(UInt32.self, count: 1)?.first else { return nil }
                offsets.append(Int32(bitPattern: offset))
                skip(2)
            }
            return offsets
        }

        /// The text between two line feeds.
        mutating func line() -> String? {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else { return nil }
            let rest = bytes[(position + 1)...]
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            return String(decoding: rest[..<end], as: UTF8.self)
        }
    }
}
