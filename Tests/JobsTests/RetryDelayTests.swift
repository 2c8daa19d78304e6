import Testing

@testable import Jobs

@Suite struct RetryDelayTests {
    private let delay = RetryDelay(firstMilliseconds: 1_000, maximumMilliseconds: 60_000)

    @Test func doublesUpToALimit() {
        let delays = [1, 2, 3, 6, 7, 10, 1_000].map { delay.milliseconds(after: $0, chance: 0) }
        #expect(delays == [1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000])
    }

    @Test func chanceTakesUpToHalfAway() {
        #expect(delay.milliseconds(after: 2, chance: 1) == 1_000)
        #expect((0..<100).allSatisfy { _ in (1_000...2_000).contains(delay.milliseconds(after: 2)) })
    }
}
