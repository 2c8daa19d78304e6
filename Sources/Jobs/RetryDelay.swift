/// How long a failed job waits: twice as long each time, up to a limit, and by chance up to half of it less, so that
/// jobs which failed together do not come back together.
public struct RetryDelay: Sendable {
    public var firstMilliseconds: Int64
    public var maximumMilliseconds: Int64

    public init(firstMilliseconds: Int64 = 5_000, maximumMilliseconds: Int64 = 3_600_000) {
        self.firstMilliseconds = firstMilliseconds
        self.maximumMilliseconds = maximumMilliseconds
    }

    /// - Parameters:
    ///   - attempts: how many have failed, at least 1.
    ///   - chance: from 0 to 1.
    func milliseconds(after attempts: Int32, chance: Double = .random(in: 0...1)) -> Int64 {
        let doublings = min(max(attempts, 1) - 1, 40)
        let (product, overflow) = firstMilliseconds.multipliedReportingOverflow(by: 1 << Int64(doublings))
        let whole = overflow ? maximumMilliseconds : min(product, maximumMilliseconds)
        return whole - Int64(Double(whole) * chance / 2)
    }
}
