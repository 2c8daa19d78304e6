/// Interns type references: two equal references get one index.
struct WrappedTypes {
    private(set) var types: [WrappedType] = []
    /// By the index of the inner reference; negative where the wrapper does not exist yet.
    private var lists: [Int32] = []
    private var nonNulls: [Int32] = []

    /// Every named type gets a reference, also one that no field has; its index is that of the type.
    init(namedTypeCount: Int) {
        for index in 0..<namedTypeCount { _ = append(.named(TypeID(index: Int32(index)))) }
    }

    mutating func list(of item: TypeReference) -> TypeReference {
        let known = lists[Int(item.index)]
        if known >= 0 { return TypeReference(index: known) }
        let reference = append(.list(item))
        lists[Int(item.index)] = reference.index
        return reference
    }

    mutating func nonNull(of inner: TypeReference) -> TypeReference {
        let known = nonNulls[Int(inner.index)]
        if known >= 0 { return TypeReference(index: known) }
        let reference = append(.nonNull(inner))
        nonNulls[Int(inner.index)] = reference.index
        return reference
    }

    private mutating func append(_ type: WrappedType) -> TypeReference {
        types.append(type)
        lists.append(-1)
        nonNulls.append(-1)
        return TypeReference(index: Int32(types.count - 1))
    }
}
