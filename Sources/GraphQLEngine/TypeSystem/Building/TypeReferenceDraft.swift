/// A type reference whose type is still a name.
indirect enum TypeReferenceDraft {
    case named(String, offset: Int32?)
    case list(TypeReferenceDraft, offset: Int32?)
    case nonNull(TypeReferenceDraft)

    var name: String {
        switch self {
        case .named(let name, _): name
        case .list(let item, _), .nonNull(let item): item.name
        }
    }

    var isNonNull: Bool {
        if case .nonNull = self { true } else { false }
    }

    /// Where the reference begins.
    var offset: Int32? {
        switch self {
        case .named(_, let offset), .list(_, let offset): offset
        case .nonNull(let inner): inner.offset
        }
    }

    /// Where the name stands inside the wrappers.
    var nameOffset: Int32? {
        switch self {
        case .named(_, let offset): offset
        case .list(let item, _), .nonNull(let item): item.nameOffset
        }
    }

    var text: String {
        switch self {
        case .named(let name, _): name
        case .list(let item, _): "[\(item.text)]"
        case .nonNull(let item): "\(item.text)!"
        }
    }
}
