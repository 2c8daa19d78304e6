/// How two lists of named elements differ.
struct NameDifference<Element> {
    /// In the order of the new list.
    let added: [Element]
    /// In the order of the old list, as are the elements that both lists have.
    let removed: [Element]
    let persisted: [(old: Element, new: Element)]

    init(_ old: [Element], _ new: [Element], name: (Element) -> String) {
        let oldNames = Set(old.map(name))
        let newByName = Dictionary(new.map { (name($0), $0) }, uniquingKeysWith: { _, last in last })
        added = new.filter { !oldNames.contains(name($0)) }
        removed = old.filter { newByName[name($0)] == nil }
        persisted = old.compactMap { element in newByName[name(element)].map { (element, $0) } }
    }
}
