/// A set of permissions in one machine value.
public struct PermissionSet: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt128 = 0

    public init(_ permissions: some Sequence<Permission>) {
        for permission in permissions { insert(permission) }
    }

    public init(arrayLiteral elements: Permission...) { self.init(elements) }

    /// The set as two machine words, low word first.
    var words: [UInt64] { [UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: bits >> 64)] }

    public var isEmpty: Bool { bits == 0 }

    public func contains(_ permission: Permission) -> Bool { bits >> UInt128(permission.rawValue) & 1 == 1 }

    public mutating func insert(_ permission: Permission) { bits |= 1 << UInt128(permission.rawValue) }

    public mutating func formUnion(_ other: PermissionSet) { bits |= other.bits }

    public func union(_ other: PermissionSet) -> PermissionSet {
        var union = self
        union.formUnion(other)
        return union
    }

    public func isStrictSubset(of other: PermissionSet) -> Bool { isSubset(of: other) && self != other }

    public func isSubset(of other: PermissionSet) -> Bool { bits & ~other.bits == 0 }
}

extension PermissionSet: Sequence {
    /// In the order of the catalogue.
    public func makeIterator() -> AnyIterator<Permission> {
        var rest = bits
        return AnyIterator {
            guard rest != 0 else { return nil }
            defer { rest &= rest &- 1 }
            return Permission(rawValue: UInt8(rest.trailingZeroBitCount))
        }
    }
}
