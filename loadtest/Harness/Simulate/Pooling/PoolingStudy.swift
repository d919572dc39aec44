import ContactCenter
import Wire

/// Plays one queue over several sites, and the usual ways beside it on the same contacts.
public struct PoolingStudy: Sendable {
    private let plan: PoolingPlan
    private let scenario: Scenario
    private let kind: ContactKind
    private let settings: VirtualSettings
    private let replications: Int

    /// - Throws: ``HarnessError/Code/scenario`` when the scenario does not describe exactly one kind of contact, of
    ///   exponentially distributed handling times.
    public init(_ plan: PoolingPlan, of scenario: Scenario) throws(HarnessError) {
        guard scenario.contacts.count == 1, let kind = scenario.contacts.first, kind.distribution == .exponential else {
            throw HarnessError(
                .scenario,
                "A pooled queue has one kind of contact, with `distribution: exponential`, as Erlang's formulas have it."
            )
        }
        self.plan = plan
        self.scenario = scenario
        self.kind = kind
        settings = scenario.simulation.between
        replications = scenario.simulation.replications
    }

    /// Every case, in the order of sites and loads.
    public var cases: [(sites: Int, load: Double)] {
        plan.sites.flatMap { sites in plan.loads.map { (sites, $0) } }
    }

    /// Plays one case.
    ///
    /// - Throws: ``HarnessError/Code/center`` when the floors do not take the configuration.
    public func play(sites: Int, load: Double) async throws(HarnessError) -> PoolingCase {
        let agents = (0..<sites).map { plan.agents * ($0 + 1) / sites - plan.agents * $0 / sites }
        let results = try await Replications.play(replications) { number throws(HarnessError) in
            try play(agents, load: load, seed: Replications.seed(scenario.seed, number))
        }
        return report(results, agents, load)
    }

    /// What one replication came to.
    private struct Outcome: Sendable {
        var sundial: VirtualFigures
        var pooled: Double
        var split: Double
        var leastWait: Double
    }

    private func play(_ agents: [Int], load: Double, seed: UInt64) throws(HarnessError) -> Outcome {
        let arrivals = self.arrivals(agents, load: load, seed: seed)
        var center = try VirtualCenter(
            OneQueue.configuration(agents: agents), settings: settings, behaviour: scenario.agents,
            arrivals: arrivals.makeIterator(), seed: seed)
        let warmUp = settings.warmUp.wholeMicroseconds
        let ways = [UsualWay.pooled, .split, .leastWait].map {
            $0.meanWait(of: arrivals, agents: agents, after: warmUp)
        }
        return Outcome(sundial: center.run(), pooled: ways[0], split: ways[1], leastWait: ways[2])
    }

    private func arrivals(_ agents: [Int], load: Double, seed: UInt64) -> [VirtualArrival] {
        var pattern = ArrivalPattern()
        pattern.rate = demand(load).arrivalRate
        let length = settings.warmUp + scenario.duration
        return Array(
            VirtualArrivals(
                GeneratedArrivals(scenario, pattern: pattern, length: length, queues: [OneQueue.id], seed: seed),
                weights: agents, seed: seed))
    }

    private func demand(_ load: Double) -> Demand {
        let handling = kind.handling.inSeconds
        return Demand(arrivalRate: load * Double(plan.agents) / handling, handlingSeconds: handling)
    }

    private func report(_ outcomes: [Outcome], _ agents: [Int], _ load: Double) -> PoolingCase {
        let demand = demand(load)
        let pooled =
            kind.patience.map {
                ErlangA(demand, agents: plan.agents, patienceSeconds: $0.inSeconds).meanWaitSeconds
            } ?? ErlangC(demand, agents: plan.agents).meanWaitSeconds
        func above(_ wait: (Outcome) -> Double) -> Interval {
            pooled + Interval(outcomes.map { wait($0) - $0.pooled })
        }
        let (sundial, split) = (above { $0.sundial.meanWait }, above { $0.split })
        let leastWait = above { $0.leastWait }
        let contacts = outcomes.reduce(0) { $0 + $1.sundial.contacts }
        func perContact(_ count: KeyPath<VirtualFigures, Int>) -> Double {
            Double(outcomes.reduce(0) { $0 + $1.sundial[keyPath: count] }) / Double(max(1, contacts))
        }
        let roundTrip = settings.roundTrip.inSeconds
        return PoolingCase(
            sites: agents.count, load: load, agents: plan.agents, roundTripSeconds: roundTrip,
            meanWaitSeconds: sundial.mean, meanWaitHalfWidth: sundial.halfWidth,
            playedMeanWait: Interval(outcomes.map { $0.sundial.meanWait }), pooledMeanWaitSeconds: pooled,
            pooledPlayedMeanWait: Interval(outcomes.map { $0.pooled }), splitMeanWaitSeconds: split.mean,
            splitMeanWaitHalfWidth: split.halfWidth, leastWaitMeanWaitSeconds: leastWait.mean,
            leastWaitMeanWaitHalfWidth: leastWait.halfWidth,
            limitSeconds: pooled + max(plan.tolerance * pooled, 2 * roundTrip),
            answeredAcross: perContact(\.answeredAcross), claimsInVain: perContact(\.claimsInVain),
            askedInVain: perContact(\.askedInVain), summaries: perContact(\.summaries), contacts: contacts)
    }
}
