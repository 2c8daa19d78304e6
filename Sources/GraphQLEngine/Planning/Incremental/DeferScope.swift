/// The deferred fragments that fields of a selection may stand in, numbered within the selection.
///
/// The numbers are the selection's own, so that selections that are deferred alike are planned once, and the plan of
/// a fragment that spreads itself comes to an end.
struct DeferScope: Hashable {
    struct Usage: Hashable {
        /// Index into ``Document/directives``.
        let directive: Int
        /// Number of the nearest fragment around it that is in the scope.
        let parent: Int?
    }

    var usages: [Usage] = []
    /// Numbers of the fragments whose fields are executed together; none for what is not deferred. Ascending.
    var current: [Int] = []

    /// The fragments that all of a response key's fields belong to: none if one of the fields is not deferred; a
    /// fragment inside another one that has the field too does not count.
    func fragments(of members: [FieldCollector.Member]) -> [Int] {
        if usages.isEmpty { return [] }
        var fragments: [Int] = []
        var known: Set<Int> = []
        for member in members {
            guard let usage = member.usage else { return [] }
            if known.insert(usage).inserted { fragments.append(usage) }
        }
        return fragments.count == 1 ? fragments : fragments.filter { nearestParent(of: $0, in: known) == nil }
    }

    /// The scope of what is selected below a response key.
    struct Below {
        var scope = DeferScope()
        /// Of each of its fragments, the number in the scope around.
        var numbers: [Int] = []
        /// The other way round.
        var positions: [Int: Int] = [:]
    }

    func below(_ members: [FieldCollector.Member]) -> Below {
        if usages.isEmpty { return Below() }
        var numbers: [Int] = []
        var positions: [Int: Int] = [:]
        for usage in members.compactMap(\.usage) + current where positions[usage] == nil {
            positions[usage] = numbers.count
            numbers.append(usage)
        }
        let known = Set(numbers)
        let inner = numbers.map { number in
            Usage(
                directive: usages[number].directive,
                parent: nearestParent(of: number, in: known).flatMap { positions[$0] }
            )
        }
        let scope = DeferScope(usages: inner, current: current.compactMap { positions[$0] }.sorted())
        return Below(scope: scope, numbers: numbers, positions: positions)
    }

    private func nearestParent(of usage: Int, in numbers: Set<Int>) -> Int? {
        var parent = usages[usage].parent
        while let number = parent, !numbers.contains(number) { parent = usages[number].parent }
        return parent
    }
}
