public import Time

/// A punch as it was stored: never changed, but perhaps voided.
public struct PunchEvent: Hashable, Sendable {
    public var kind: PunchKind
    public var at: Timestamp
    /// Written by the system to end a forgotten session; ends at a manager's word are punches like others.
    public var isAutomatic: Bool
    public var isVoided: Bool
    /// Of a break's start; nil when it does not say.
    public var isPaid: Bool?

    public init(
        _ kind: PunchKind,
        at instant: Timestamp,
        isAutomatic: Bool = false,
        isVoided: Bool = false,
        isPaid: Bool? = nil
    ) {
        self.kind = kind
        at = instant
        self.isAutomatic = isAutomatic
        self.isVoided = isVoided
        self.isPaid = isPaid
    }
}

extension PunchEvent {
    /// Where the punches are in the order of time, whichever order they came in.
    static func order(of punches: [PunchEvent]) -> [Int] {
        punches.indices.sorted { left, right in
            (punches[left].at, punches[left].kind.rank, left) < (punches[right].at, punches[right].kind.rank, right)
        }
    }
}
