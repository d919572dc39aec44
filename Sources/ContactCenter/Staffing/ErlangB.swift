/// The loss system M/M/n/n: what finds all agents busy goes away.
///
/// Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges",
/// 1917.
public enum ErlangB {
    /// The share of contacts that find all agents busy.
    ///
    /// By the recursion B(k) = a·B(k-1) / (k + a·B(k-1)), of positive terms alone, so that nothing overflows or cancels
    /// (Jagerman, "Some properties of the Erlang loss function", 1974). Complexity: O(agents).
    ///
    /// - Parameters:
    ///   - agents: How many there are; 0 or more.
    ///   - load: Arrivals in the mean of a handling time, in erlangs; 0 or more.
    public static func blocking(agents: Int, load: Double) -> Double {
        precondition(agents >= 0 && load >= 0 && load.isFinite, "\(load) erlangs for \(agents) agents")
        var blocking = 1.0
        for agent in 0..<agents where blocking > 0 {
            blocking = load * blocking / (Double(agent + 1) + load * blocking)
        }
        return blocking
    }

    /// The fewest agents with whom at most this share, above 0, finds all of them busy. Complexity: O(their number).
    public static func agents(blockingAtMost share: Double, load: Double) -> Int {
        precondition(share > 0 && load >= 0 && load.isFinite, "at most \(share) blocked of \(load) erlangs")
        var (agents, blocking) = (0, 1.0)
        while blocking > share {
            agents += 1
            blocking = load * blocking / (Double(agents) + load * blocking)
        }
        return agents
    }
}
