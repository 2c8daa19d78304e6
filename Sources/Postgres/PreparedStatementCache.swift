/// The statements that one connection has prepared, by text and parameter types; the least recently used goes first.
///
/// A statement counts as prepared as soon as PREPARE is on its way, and is forgotten again if that fails.
struct PreparedStatementCache {
    struct Key: Hashable {
        let text: StatementText
        let types: [UInt32]
    }

    private struct Entry {
        let name: String
        var lastUse: UInt64
        var isConfirmed = false
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var nextNumber = 0
    private var use: UInt64 = 0

    init(limit: Int) {
        self.limit = limit
    }

    var count: Int { entries.count }

    /// Begins a unit; what it uses is not evicted before the next one.
    mutating func beginUnit() {
        use += 1
    }

    /// The statement's name on the server, and whether it must be prepared first.
    mutating func lookUp(_ key: Key) -> (name: String, isNew: Bool) {
        if let name = touch(key) { return (name, false) }
        nextNumber += 1
        let name = "s\(nextNumber)"
        entries[key] = Entry(name: name, lastUse: use)
        return (name, true)
    }

    mutating func confirm(_ key: Key) {
        entries[key]?.isConfirmed = true
    }

    mutating func forget(_ key: Key) {
        entries[key] = nil
    }

    /// Takes out one statement above the limit and answers its name, to be deallocated behind the current unit.
    mutating func evict() -> String? {
        guard entries.count > limit else { return nil }
        let candidates = entries.lazy.filter { [use] in $0.value.isConfirmed && $0.value.lastUse < use }
        guard let oldest = candidates.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return nil }
        entries[oldest.key] = nil
        return oldest.value.name
    }

    private mutating func touch(_ key: Key) -> String? {
        guard let index = entries.index(forKey: key) else { return nil }
        entries.values[index].lastUse = use
        return entries.values[index].name
    }
}
