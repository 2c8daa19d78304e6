public import Time

/// Which punches an organization takes.
public struct PunchPolicy: Hashable, Sendable {
    /// Who reports a punch.
    public enum Reporter: Sendable, CaseIterable {
        /// Somebody for themselves.
        case person
        /// A device or kiosk, which may have been offline.
        case device
        /// Somebody who looks after the attendance of others.
        case manager
    }

    /// Why a punch is not taken as it is.
    public enum Refusal: Error, Hashable, Sendable {
        case inFuture
        case tooOld
        /// The same was punched a moment before.
        case duplicate
    }

    public var maximumSkewSeconds: Int
    /// Of punches from devices.
    public var maximumAgeDays: Int
    /// Within which a second equal punch at a device counts for nothing.
    public var cooldownSeconds: Int

    /// With the defaults of the schema.
    public init(maximumSkewSeconds: Int = 300, maximumAgeDays: Int = 14, cooldownSeconds: Int = 30) {
        self.maximumSkewSeconds = maximumSkewSeconds
        self.maximumAgeDays = maximumAgeDays
        self.cooldownSeconds = cooldownSeconds
    }

    /// - Parameter equalPunches: the employee's punches of the same kind around it.
    public func check(
        _ instant: Timestamp,
        from reporter: Reporter,
        now: Timestamp,
        equalPunches: [Timestamp] = []
    ) throws(Refusal) {
        if instant > now.adding(seconds: Int64(maximumSkewSeconds)) { throw .inFuture }
        if let earliest = earliest(from: reporter, now: now), instant < earliest { throw .tooOld }
        guard reporter == .device else { return }
        let cooldown = Int64(cooldownSeconds) * 1_000_000
        if equalPunches.contains(where: { abs($0.microseconds(until: instant)) < cooldown }) { throw .duplicate }
    }

    private func earliest(from reporter: Reporter, now: Timestamp) -> Timestamp? {
        switch reporter {
        case .person: now.adding(seconds: -Int64(maximumSkewSeconds))
        case .device: now.adding(days: -Int64(maximumAgeDays))
        case .manager: nil
        }
    }
}
