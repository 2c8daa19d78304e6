/// Interns type references: two equal references get one index.
struct WrappedTypes {
    private(set) var types: [WrappedType] = []
    private var indexes: [WrappedType: TypeReference] = [:]

    mutating func reference(_ type: WrappedType) -> TypeReference {
        if let known = indexes[type] { return known }
        let reference = TypeReference(index: Int32(types.count))
        types.append(type)
        indexes[type] = reference
        return reference
    }

    mutating func reference(
        _ draft: TypeReferenceDraft,
        _ typeID: (String) -> TypeID
    ) -> TypeReference {
        switch draft {
        case .named(let name, _): reference(.named(typeID(name)))
        case .list(let item, _): reference(.list(reference(item, typeID)))
        case .nonNull(let inner): reference(.nonNull(reference(inner, typeID)))
        }
    }
}
