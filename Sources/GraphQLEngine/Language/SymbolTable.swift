/// Numbers the different names of one source: equal names have equal symbols, counted from 0.
///
/// An open-addressing table over a seeded hash of the bytes, so that names chosen by an attacker do not
/// collide more than others. Names are kept as places in the source until ``texts(in:)``.
struct SymbolTable {
    private struct Entry {
        let hash: UInt64
        let start: Int32
        let length: Int32
    }

    private static let seed = UInt64.random(in: .min ... .max)
    private static let empty: Int32 = -1

    private var entries: [Entry] = []
    /// Symbols by hash; a power of two, at most half full.
    private var slots = [Int32](repeating: empty, count: 64)

    init() {
        entries.reserveCapacity(slots.count / 2)
    }

    /// The symbol of the name at a place, which must not be empty.
    mutating func symbol(of name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[name])
        let hash = SymbolTable.hash(text)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != SymbolTable.empty {
            let symbol = slots[slot]
            if isEqual(entries[Int(symbol)], hash, text, bytes) { return symbol }
            slot = (slot + 1) & mask
        }
        let symbol = Int32(entries.count)
        entries.append(Entry(hash: hash, start: Int32(name.lowerBound), length: Int32(name.count)))
        slots[slot] = symbol
        if entries.count * 2 > slots.count { grow() }
        return symbol
    }

    /// The text of every symbol.
    func texts(in bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        entries.map { bytes.text(Int($0.start)..<Int($0.start + $0.length)) }
    }

    private func isEqual(
        _ entry: Entry,
        _ hash: UInt64,
        _ text: UnsafeRawBufferPointer,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard entry.hash == hash, Int(entry.length) == text.count else { return false }
        for index in 0..<text.count where bytes[Int(entry.start) + index] != text[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: SymbolTable.empty, count: slots.count * 2)
        let mask = slots.count - 1
        for (symbol, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot] != SymbolTable.empty { slot = (slot + 1) & mask }
            slots[slot] = Int32(symbol)
        }
    }

    /// Eight bytes at a time through a 64 × 64 → 128 bit product whose halves are folded.
    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
        var hash = seed ^ UInt64(text.count)
        var index = 0
        while index + 8 <= text.count {
            hash = mix(hash ^ text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < text.count {
            rest = rest << 8 | UInt64(text[index])
            index += 1
        }
        return mix(hash ^ rest)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
