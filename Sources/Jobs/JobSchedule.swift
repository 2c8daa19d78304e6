/// Work that comes back at fixed intervals.
public struct JobSchedule: Sendable {
    /// One kind of recurring work.
    public struct Entry: Sendable {
        let kind: String
        let intervalSeconds: Int64

        /// - Parameter intervalSeconds: slots of this length are counted from 1970 on; at most a day, as the finished
        ///   job of a slot has to outlast the slot.
        public init(kind: String, everySeconds intervalSeconds: Int64) {
            precondition((1...86_400).contains(intervalSeconds), "an interval is from a second to a day")
            self.kind = kind
            self.intervalSeconds = intervalSeconds
        }
    }

    let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }
}
