/// First in, first out, without moving what is left at each removal.
struct Queue<Element> {
    private var elements: [Element] = []
    private var start = 0

    var count: Int { elements.count - start }
    var isEmpty: Bool { count == 0 }
    var all: [Element] { Array(elements[start...]) }

    /// The oldest element; there must be one when it is changed.
    var first: Element? { isEmpty ? nil : elements[start] }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Puts elements in front of all others, in their order.
    mutating func prepend(_ front: [Element]) {
        elements.replaceSubrange(..<start, with: front)
        start = 0
    }

    mutating func updateFirst<Value>(_ body: (inout Element) -> Value) -> Value {
        body(&elements[start])
    }

    @discardableResult
    mutating func removeFirst() -> Element {
        let element = elements[start]
        start += 1
        if start == elements.count {
            elements.removeAll(keepingCapacity: start <= 1024)
            start = 0
        } else if start >= 256, start * 2 >= elements.count {
            elements.removeFirst(start)
            start = 0
        }
        return element
    }

    mutating func removeAll() -> [Element] {
        defer { (elements, start) = ([], 0) }
        return all
    }

    mutating func removeAll(where shouldRemove: (Element) -> Bool) {
        guard !isEmpty else { return }
        elements.removeFirst(start)
        start = 0
        elements.removeAll(where: shouldRemove)
    }
}
