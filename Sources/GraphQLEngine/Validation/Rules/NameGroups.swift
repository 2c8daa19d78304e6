/// Names that occur more than once in a list.
enum NameGroups {
    /// Each such name with the places of all its occurrences, in the order of the first ones.
    static func duplicates(of names: [Name]) -> [(Name, [Int32])] {
        guard names.count > 1 else { return [] }
        var positions: [Int32: Int] = [:]
        var groups: [(Name, [Int32])] = []
        for name in names {
            if let position = positions[name.symbol] {
                groups[position].1.append(name.offset)
            } else {
                positions[name.symbol] = groups.count
                groups.append((name, [name.offset]))
            }
        }
        return groups.filter { $0.1.count > 1 }
    }
}
