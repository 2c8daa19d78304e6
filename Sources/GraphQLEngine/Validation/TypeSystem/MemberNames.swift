/// The members that the definition of a type and its extensions have brought so far.
struct MemberNames {
    private struct Member: Hashable {
        let type: Int32
        let name: Int32
    }

    private var first: [Member: Int32] = [:]

    /// The place where the type got a member of this name before; nil if it is new, and now known.
    mutating func firstOffset(of name: Name, in type: Name) -> Int32? {
        let member = Member(type: type.symbol, name: name.symbol)
        if let offset = first[member] { return offset }
        first[member] = name.offset
        return nil
    }
}
