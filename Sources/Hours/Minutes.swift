/// Whole minutes, as hours are accounted for.
public enum Minutes {
    /// In a minute.
    public static let microseconds: Int64 = 60_000_000

    /// Rounded down; never negative.
    public static func whole(_ microseconds: Int64) -> Int32 {
        Int32(clamping: max(0, microseconds) / self.microseconds)
    }
}
