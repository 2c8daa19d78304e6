/// The members of a JSON object, in the order in which their keys first came.
///
/// A key occurs once: setting it again replaces the value and keeps the place. Keys are compared as Swift strings
/// are, by canonical equivalence. Look-ups are linear up to
/// `linearLimit` members and hashed beyond, so that a hostile object with many keys costs linear time.
public struct JSONObject: Sendable {
    /// One key with its value.
    public struct Member: Sendable, Equatable {
        /// Unique in its object.
        public let key: String
        /// The value of the key.
        public internal(set) var value: JSONValue
    }

    static let linearLimit = 24

    /// The members in order.
    public private(set) var members: [Member] = []
    private var positions: [String: Int] = [:]

    /// An object without members.
    public init() {}

    /// Number of members.
    public var count: Int { members.count }
    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }

    /// The value of a key, or nil; assigning nil removes the member.
    public subscript(key: String) -> JSONValue? {
        get { position(of: key).map { members[$0].value } }
        set {
            guard let newValue else { return remove(key) }
            if let position = position(of: key) {
                members[position].value = newValue
            } else {
                append(key, newValue)
            }
        }
    }

    private func position(of key: String) -> Int? {
        members.count > Self.linearLimit ? positions[key] : members.firstIndex { $0.key == key }
    }

    private mutating func append(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
        if members.count == Self.linearLimit + 1 {
            indexMembers()
        } else if members.count > Self.linearLimit {
            positions[key] = members.count - 1
        }
    }

    private mutating func remove(_ key: String) {
        guard let position = position(of: key) else { return }
        members.remove(at: position)
        indexMembers()
    }

    private mutating func indexMembers() {
        positions = [:]
        guard members.count > Self.linearLimit else { return }
        for (position, member) in members.enumerated() { positions[member.key] = position }
    }
}

extension JSONObject: Equatable {
    /// Two objects are equal when they hold the same members, in whatever order (RFC 8259, section 4).
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.key] == $0.value }
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init()
        for (key, value) in members { self[key] = value }
    }
}
