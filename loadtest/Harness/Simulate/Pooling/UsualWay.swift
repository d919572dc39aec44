/// How contacts of one queue are usually shared among sites: when they come in, and for good.
public enum UsualWay: Sendable {
    /// As if there was one site.
    case pooled
    /// Each site gets its share.
    case split
    /// The site with most idle agents gets it, or else the one where the wait is predicted to be the least: contacts that
    /// wait, and this one, times mean handling time over agents. All sites are seen as they are at that very moment.
    case leastWait

    /// Mean wait in seconds of all contacts that come in after the warm-up.
    ///
    /// - Parameter agents: By site.
    func meanWait(
        of arrivals: [VirtualArrival], agents: [Int], after warmUp: Int64
    ) -> Double {
        var sites = (self == .pooled ? [agents.reduce(0, +)] : agents).map { PlainSite(agents: $0) }
        var (sum, count) = (0.0, 0)
        for arrival in arrivals {
            let place =
                switch self {
                case .pooled: 0
                case .split: arrival.site
                case .leastWait: Self.best(of: &sites, agents, at: arrival)
                }
            let wait = sites[place].take(arrival.contact).wait
            guard arrival.contact.at >= warmUp else { continue }
            sum += Double(wait) / 1_000_000
            count += 1
        }
        return count > 0 ? sum / Double(count) : 0
    }

    private static func best(of sites: inout [PlainSite], _ agents: [Int], at arrival: VirtualArrival) -> Int {
        let time = arrival.contact.at
        let idle = sites.map { $0.idle(at: time) }
        if let most = idle.max(), most > 0 {
            // Its own site, where that is as good as any.
            return idle[arrival.site] == most ? arrival.site : idle.firstIndex(of: most) ?? 0
        }
        var best = (place: 0, wait: Double.infinity)
        for place in sites.indices {
            let wait = Double(sites[place].waiting(at: time) + 1) / Double(agents[place])
            if wait < best.wait { best = (place, wait) }
        }
        return best.place
    }
}
