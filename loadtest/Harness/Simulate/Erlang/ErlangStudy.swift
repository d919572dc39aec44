import ContactCenter
import Wire

/// Plays single queues on a single floor, and holds them against Erlang's formulas.
public struct ErlangStudy: Sendable {
    static let handlingSeconds = 180.0

    /// What is played.
    public let cases: [ErlangCase]
    private let contacts: Int
    private let replications: Int
    private let seed: UInt64

    /// - Parameters:
    ///   - contacts: How many come in, about, in each replication while it counts; half as many come before.
    ///   - replications: How many there are of each case; 2 at least.
    public init(_ cases: [ErlangCase], contacts: Int, replications: Int, seed: UInt64) {
        self.cases = cases
        self.contacts = contacts
        self.replications = replications
        self.seed = seed
    }

    /// Plays one case.
    ///
    /// - Throws: ``HarnessError/Code/center`` when the floor does not take the configuration.
    public func play(_ item: ErlangCase) async throws(HarnessError) -> ErlangComparison {
        let played = try await Replications.play(replications) { number throws(HarnessError) in
            try play(item, seed: Replications.seed(seed, number))
        }
        let model = item.model(handlingSeconds: Self.handlingSeconds)
        // As many intervals as this are to hold at once (Bonferroni's inequality).
        let confidence = 1 - 0.05 / Double(3 * cases.count)
        func figure(_ name: String, _ exact: Double, _ value: (VirtualFigures) -> Double) -> ErlangComparison.Figure {
            ErlangComparison.Figure(
                name: name, exact: exact, played: Interval(played.map(value), confidence: confidence))
        }
        return ErlangComparison(
            load: item.load, agents: item.agents, patienceSeconds: item.patience.map { $0 * Self.handlingSeconds },
            figures: [
                figure("share that waits", model.delayProbability) { $0.delay },
                figure("mean wait", model.meanWaitSeconds) { $0.meanWait },
                figure("share that gives up", model.abandonment) { $0.abandonment },
            ])
    }

    private func play(_ item: ErlangCase, seed: UInt64) throws(HarnessError) -> VirtualFigures {
        var settings = VirtualSettings()
        settings.warmUp = warmUp(of: item)
        var center = try VirtualCenter(
            OneQueue.configuration(agents: [item.agents]), settings: settings, behaviour: AgentBehaviour(),
            arrivals: arrivals(of: item, seed: seed), seed: seed)
        return center.run()
    }

    /// How long a case is played before it counts.
    func warmUp(of item: ErlangCase) -> Duration {
        .seconds(Double(contacts) / 2 / item.load * Self.handlingSeconds)
    }

    /// The contacts of a case.
    func arrivals(of item: ErlangCase, seed: UInt64) -> VirtualArrivals {
        var kind = ContactKind()
        kind.distribution = .exponential
        kind.handling = .seconds(Self.handlingSeconds)
        kind.patience = item.patience.map { .seconds($0 * Self.handlingSeconds) }
        var scenario = Scenario(name: "erlang")
        scenario.contacts = [kind]
        var pattern = ArrivalPattern()
        pattern.rate = item.load / Self.handlingSeconds
        let generated = GeneratedArrivals(
            scenario, pattern: pattern, length: warmUp(of: item) * 3, queues: [OneQueue.id], seed: seed)
        return VirtualArrivals(generated, weights: [item.agents], seed: seed)
    }
}
