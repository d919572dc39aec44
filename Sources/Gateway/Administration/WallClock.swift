import FoundationEssentials

/// The machine's wall clock, by which tokens expire.
enum WallClock {
    /// Whole microseconds since 1970-01-01T00:00Z.
    static var microseconds: Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000) }
}
