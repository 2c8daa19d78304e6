/// The number of edits between two names: insertions, deletions, substitutions and swaps of neighbours.
/// Any change of case counts as one edit.
struct LexicalDistance {
    private let input: String
    private let letters: [UInt8]

    init(to input: String) {
        self.input = input
        letters = LexicalDistance.lowercased(input)
    }

    /// The distance of a name, or nil beyond the threshold.
    func measure(_ name: String, threshold: Int) -> Int? {
        if name == input { return 0 }
        var longer = LexicalDistance.lowercased(name)
        var shorter = letters
        if longer == shorter { return 1 }
        if longer.count < shorter.count { swap(&longer, &shorter) }
        if longer.count - shorter.count > threshold { return nil }
        return LexicalDistance.edits(longer, shorter, threshold: threshold)
    }

    private static func edits(_ longer: [UInt8], _ shorter: [UInt8], threshold: Int) -> Int? {
        var beforeLast: [Int] = []
        var last = Array(0...shorter.count)
        for row in 1..<longer.count + 1 {
            var current = [row]
            for column in 1..<shorter.count + 1 {
                let cost = longer[row - 1] == shorter[column - 1] ? 0 : 1
                var cell = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, longer[row - 1] == shorter[column - 2], longer[row - 2] == shorter[column - 1] {
                    cell = min(cell, beforeLast[column - 2] + 1)
                }
                current.append(cell)
            }
            if current.allSatisfy({ $0 > threshold }) { return nil }
            (beforeLast, last) = (last, current)
        }
        return last[shorter.count] <= threshold ? last[shorter.count] : nil
    }

    private static func lowercased(_ name: String) -> [UInt8] {
        name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }
}
