import ContactCenter
import Foundation

/// A run over several sites beside one site that has all their agents (M/M/n+M).
///
/// Erlang A tells the mean wait of the one site in the long run. A run is short and begins with nobody waiting, so the one
/// site is played as well, with the very same contacts: what they waited longer on the sites than there is what the
/// sites cost, with hardly any chance in it, and counts on top of Erlang A's figure.
public struct PooledComparison: Hashable, Codable, Sendable {
    /// How many agents all sites have together.
    public var agents: Int
    /// Arrivals in the mean of a handling time, by agent.
    public var load: Double
    /// Mean wait of all contacts of the run, those that were given up included, in seconds.
    public var playedSeconds: Double
    /// The same on one site, played with the same contacts.
    public var pooledPlayedSeconds: Double
    /// The same on one site by Erlang A, in the long run.
    public var pooledSeconds: Double

    /// The mean wait on the sites in the long run, in seconds.
    public var meanWaitSeconds: Double { pooledSeconds + playedSeconds - pooledPlayedSeconds }

    /// - Throws: ``HarnessError/Code/scenario`` when the scenario does not describe exactly one kind of contact, of
    ///   exponentially distributed handling times and some patience, from the beginning to the end at one rate.
    init(
        _ scenario: Scenario, on configuration: CenterConfiguration, _ measures: RunMeasures
    ) throws(HarnessError) {
        guard scenario.contacts.count == 1, let kind = scenario.contacts.first, kind.distribution == .exponential,
            let patience = kind.patience, scenario.saturation == nil, scenario.backlog == 0,
            scenario.arrivals == ArrivalPattern(rate: scenario.arrivals.rate)
        else {
            throw HarnessError(
                .scenario,
                "One pooled queue has one kind of contact, with `distribution: exponential` and a patience, and one rate of "
                    + "arrivals, as Erlang's formulas have it.")
        }
        agents = try AgentWriters.played(scenario.agents, of: configuration).count
        let demand = Demand(arrivalRate: scenario.arrivals.rate, handlingSeconds: kind.handling.inSeconds)
        load = demand.arrivalRate * demand.handlingSeconds / Double(agents)
        pooledSeconds = ErlangA(demand, agents: agents, patienceSeconds: patience.inSeconds).meanWaitSeconds
        let waits = measures.answeredWaits + measures.abandonedWaits
        playedSeconds = Double(waits) / 1_000_000 / Double(max(1, measures.counts.answered + measures.counts.abandoned))
        var arrivals = GeneratedArrivals(
            scenario, pattern: scenario.arrivals, length: scenario.duration, queues: configuration.queues.map(\.id),
            seed: scenario.seed)
        var (site, waited, contacts) = (PlainSite(agents: agents), Int64(0), 0)
        while let contact = arrivals.next() {
            waited += site.take(contact).wait
            contacts += 1
        }
        pooledPlayedSeconds = Double(waited) / 1_000_000 / Double(max(1, contacts))
    }

    /// Holds the mean wait against that of one site.
    ///
    /// - Parameter tolerance: By what share of it it may be longer.
    public func verdict(within tolerance: Double) -> RunVerdict {
        RunVerdict(
            name: "Mean wait, over that of one site with all agents", value: meanWaitSeconds / pooledSeconds,
            bound: .atMost(1 + tolerance), isMeasured: pooledSeconds > 0)
    }

    /// A line for people.
    var line: String {
        func text(_ seconds: Double) -> String { String(format: "%.3f s", seconds) }
        return "\(text(playedSeconds)); \(text(pooledPlayedSeconds)) with the same contacts on one site with all "
            + "\(agents) agents, \(text(pooledSeconds)) there by Erlang A at \(Phrase.percent(load)) load"
    }
}
