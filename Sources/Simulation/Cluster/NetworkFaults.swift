/// How often a simulated network loses, repeats and delays what it carries; each share is 0 to 1.
public struct NetworkFaults: Hashable, Sendable {
    /// Packets and messages that do not arrive.
    public var lost = 0.0
    /// Packets and messages that arrive twice.
    public var repeated = 0.0
    /// How long one takes, at most. Packets of one node for another stay in order; everything else may not.
    public var slowest: Duration = .milliseconds(2)

    public init() {}

    /// No faults at all.
    public static let none = NetworkFaults()

    /// Everything now and then.
    public static let rough: NetworkFaults = {
        var faults = NetworkFaults()
        faults.lost = 0.02
        faults.repeated = 0.02
        faults.slowest = .milliseconds(20)
        return faults
    }()
}
