/// Writes JSON text into one growing buffer that it owns.
///
/// The calls write what they are told, piece by piece: whoever writes an object places the braces, colons and
/// commas. Every call makes one reservation and then stores without further checks.
public struct JSONWriter: ~Copyable {
    @usableFromInline var storage: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    /// Bytes written so far.
    public internal(set) var count: Int {
        @inlinable get { length }
        @inlinable set { length = newValue }
    }
    @usableFromInline var length = 0
    /// Whether the storage is to be deallocated here.
    private var ownsStorage = true

    /// A writer with room for `initialCapacity` bytes; it grows as needed.
    public init(initialCapacity: Int = 1024) {
        capacity = max(initialCapacity, 64)
        storage = .allocate(byteCount: capacity, alignment: 16)
    }

    /// A writer into storage that somebody else lends; once it is full the writer goes on with storage of its own.
    private init(lent: UnsafeMutableRawBufferPointer, base: UnsafeMutableRawPointer) {
        storage = base
        capacity = lent.count
        ownsStorage = false
    }

    deinit { if ownsStorage { storage.deallocate() } }

    /// The bytes that a closure writes with the writer that it gets and gives back. They are not copied if there
    /// are at most `initialCapacity` of them.
    public static func bytes(initialCapacity: Int, _ write: (consuming JSONWriter) -> JSONWriter) -> [UInt8] {
        var overflow: [UInt8]?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(initialCapacity, 64)) { buffer, count in
            let lent = UnsafeMutableRawBufferPointer(buffer)
            guard let base = lent.baseAddress else { return }
            let writer = write(JSONWriter(lent: lent, base: base))
            if writer.ownsStorage { overflow = writer.takeBytes() } else { count = writer.length }
        }
        return overflow ?? bytes
    }

    /// Makes room for at least `additional` more bytes.
    @inlinable @inline(__always)
    public mutating func reserve(_ additional: Int) {
        if capacity &- length < additional { grow(additional) }
    }

    @usableFromInline @inline(never)
    mutating func grow(_ additional: Int) {
        let newCapacity = max(capacity * 2, length + additional)
        let newStorage = UnsafeMutableRawPointer.allocate(byteCount: newCapacity, alignment: 16)
        newStorage.copyMemory(from: storage, byteCount: length)
        if ownsStorage { storage.deallocate() }
        (storage, capacity, ownsStorage) = (newStorage, newCapacity, true)
    }

    /// Appends one byte as it is.
    @inlinable @inline(__always)
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        storage.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
        length &+= 1
    }

    /// Appends a literal as it is.
    @inlinable @inline(__always)
    public mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends bytes as they are.
    @inlinable @inline(__always)
    public mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (storage + length).copyMemory(from: source, byteCount: bytes.count)
        length &+= bytes.count
    }

    /// Appends bytes as they are.
    @inlinable @inline(__always)
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    /// Forgets everything after the first `count` bytes; `count` is at most what was written.
    @inlinable @inline(__always)
    public mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= length, "truncation beyond the end")
        length = count
    }

    /// Lends the bytes written so far; the buffer is valid during the call only.
    @inlinable
    public borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: storage, count: length))
    }

    /// A copy of the bytes written; the writer ends.
    public consuming func takeBytes() -> [UInt8] {
        [UInt8](UnsafeRawBufferPointer(start: storage, count: length))
    }
}

// The pointer has one owner, because the writer cannot be copied.
extension JSONWriter: @unchecked Sendable {}
