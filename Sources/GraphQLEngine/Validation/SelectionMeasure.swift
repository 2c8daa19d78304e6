/// How deep a selection set goes, fragments in place.
struct SelectionMeasure {
    /// Fields inside one another, introspection left out.
    var depth = 0
    /// Fields inside `__schema` or `__type`.
    var introspectionDepth = 0
    /// Lists of the introspection types inside one another.
    var lists = 0
    /// Ditto below `__schema` or `__type`.
    var introspectionLists = 0

    /// Takes the greater of each, as two selections stand side by side.
    mutating func formUnion(_ other: SelectionMeasure) {
        depth = max(depth, other.depth)
        introspectionDepth = max(introspectionDepth, other.introspectionDepth)
        lists = max(lists, other.lists)
        introspectionLists = max(introspectionLists, other.introspectionLists)
    }
}
