/// A search for the most lives a second, by keeping a fixed number of contacts in their lives.
public struct Saturation: Hashable, Sendable {
    /// How many contacts live at once.
    public var outstanding = 128
    /// For how long.
    public var length: Duration = .seconds(15)
    /// Share of the most that the arrivals are played at afterwards.
    public var share = 0.5

    public init() {}
}
