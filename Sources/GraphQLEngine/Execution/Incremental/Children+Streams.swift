extension Children {
    /// Moves the rows that belong to items of the parents' lists from a position on into columns of their own, which
    /// follow the others in the same order.
    mutating func split(lists parentCount: Int, after initialCount: Int) {
        var rows = Array(repeating: [Int](), count: columns.count * 2)
        for entry in 0..<parentCount {
            guard case .list(let start, let count) = entries[entry] else {
                assign(entry, isLater: false, &rows)
                continue
            }
            for item in 0..<Int(count) { assign(Int(start) + item, isLater: item >= initialCount, &rows) }
        }
        let whole = columns
        columns = rows.enumerated().map { column, rows in whole[column % whole.count].selecting(rows) }
    }

    private mutating func assign(_ entry: Int, isLater: Bool, _ rows: inout [[Int]]) {
        switch entries[entry] {
        case .object(let column, let row):
            let target = Int(column) + (isLater ? columns.count : 0)
            entries[entry] = .object(column: Int32(target), row: Int32(rows[target].count))
            rows[target].append(Int(row))
        case .list(let start, let count):
            for item in 0..<Int(count) { assign(Int(start) + item, isLater: isLater, &rows) }
        case .null, .failure: break
        }
    }
}
