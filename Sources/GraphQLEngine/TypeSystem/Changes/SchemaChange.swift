/// A difference between two versions of a schema, and what it may do to the operations of its clients.
public struct SchemaChange: Sendable, Hashable {
    /// What a change may do to operations, from harmless to harmful.
    public enum Criticality: String, Sendable, Comparable, CaseIterable {
        /// Operations stay valid and mean the same.
        case safe = "SAFE"
        /// Operations stay valid, but clients may meet values that they don't expect.
        case dangerous = "DANGEROUS"
        /// There are operations that are no longer valid.
        case breaking = "BREAKING"

        public static func < (left: Criticality, right: Criticality) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .safe: 0
            case .dangerous: 1
            case .breaking: 2
            }
        }
    }

    /// What kind of difference it is.
    public let type: SchemaChangeType
    /// A sentence for people, which names the element of the schema.
    public let description: String

    /// What the change may do to operations; its type decides.
    public var criticality: Criticality { type.criticality }

    init(_ type: SchemaChangeType, _ description: String) {
        self.type = type
        self.description = description
    }
}
