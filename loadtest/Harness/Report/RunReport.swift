public import Foundation
public import History

/// What a run showed; its JSON is what `--json` writes.
public struct RunReport: Hashable, Sendable, Codable {
    /// The scenario's name.
    public var scenario: String
    /// What the scenario is about; may be empty.
    public var label: String
    /// The seed that plays the same arrivals again.
    public var seed: UInt64
    /// How long contacts came in, in seconds.
    public var seconds: Double
    /// What became of the contacts, and how many requests it took.
    public var contacts: RunCounts
    /// Whole contact lives (open, offer, accept, complete, wrap-up) a second: the most that was reached where the
    /// scenario looks for it, what was played otherwise.
    public var livesPerSecond: Double
    /// From the caller's intended send to the agent's receipt of the offer, for contacts that found an idle agent.
    public var routingLatency: LatencyFigures
    /// The same for the first offers of all contacts, their waits included.
    public var arrivalToOffer: LatencyFigures
    /// From an agent's becoming free to the receipt of the next waiting contact's offer.
    public var freedToOffer: LatencyFigures
    /// From the intended send of a contact's opening to its acknowledgement.
    public var opening: LatencyFigures
    /// The floor: an empty round trip, a commit, and an event on a stream.
    public var floor: LatencyFigures
    /// What the floor is made of.
    public var floorParts: FloorFigures
    /// Shares by the name of their formula; those without a denominator are left out.
    public var serviceLevel: [String: Double]
    /// Average speed of answer, in seconds of business time; nil when none was answered.
    public var asaSeconds: Double?
    /// The mean wait beside that of one site with all agents; nil when that was not asked for.
    public var pooled: PooledComparison?
    /// Contacts by the sites of their sessions and of the agents they were connected to; nil on a single node.
    public var routes: [SiteRoute]?
    /// The first violations that the checker found.
    public var violations: [Violation]
    /// How many violations the checker found.
    public var violationCount: Int
    /// What the checker saw; nil when no history was recorded.
    public var history: HistoryReport?
    /// What happened in each second of the run.
    public var timeline: [SecondCounts]
    /// The distribution of ``arrivalToOffer``.
    public var routingCurve: [PercentilePoint]
    /// The distribution of ``freedToOffer``.
    public var freedCurve: [PercentilePoint]
    /// How the day of a trace compares with what it was; nil when none was replayed.
    public var trace: TraceComparison?

    init(_ scenario: Scenario, _ measures: RunMeasures, floor: FloorFigures, history: HistoryReport?) {
        self.scenario = scenario.name
        label = scenario.label
        seed = scenario.seed
        seconds = Double(measures.ended - measures.began) / 1_000_000
        contacts = measures.counts
        contacts.lost = history?.contacts.lost ?? 0
        contacts.doubled = max(contacts.doubled, history?.contacts.doubled ?? 0)
        let played = Double(measures.completedAtEnd - measures.completedBefore) / max(seconds, 0.001)
        livesPerSecond = measures.mostLivesPerSecond > 0 ? measures.mostLivesPerSecond : played
        routingLatency = measures.routing.figures
        arrivalToOffer = measures.arrivalToOffer.figures
        freedToOffer = measures.freedToOffer.figures
        opening = measures.opening.figures
        self.floor = floor.total
        floorParts = floor
        serviceLevel = Self.serviceLevels(measures)
        let answered = measures.counts.answered
        asaSeconds = answered > 0 ? Double(measures.answeredWaits) / Double(answered) / 1_000_000 : nil
        routes = measures.routes.all.isEmpty ? nil : measures.routes.all
        violations = history?.violations ?? []
        violationCount = history?.violationCount ?? 0
        self.history = history
        timeline = measures.seconds
        routingCurve = measures.arrivalToOffer.curve
        freedCurve = measures.freedToOffer.curve
    }

    /// `answered`: answered within the threshold over answered; `offered`: over answered and abandoned;
    /// `offered-without-short-abandons`: the same without those who abandoned within the threshold.
    private static func serviceLevels(_ measures: RunMeasures) -> [String: Double] {
        let within = Double(measures.answeredWithinThreshold)
        let answered = measures.counts.answered
        let offered = answered + measures.counts.abandoned
        let long = offered - measures.abandonedWithinThreshold
        var levels: [String: Double] = [:]
        if answered > 0 { levels["answered"] = within / Double(answered) }
        if offered > 0 { levels["offered"] = within / Double(offered) }
        if long > 0 { levels["offered-without-short-abandons"] = within / Double(long) }
        return levels
    }

    /// Reads the report that an earlier run wrote.
    ///
    /// - Throws: ``HarnessError/Code/file``.
    public init(contentsOf path: String) throws(HarnessError) {
        self = try Self.decode(Self.self, from: path)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from path: String) throws(HarnessError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw HarnessError(.file, "\(path) cannot be read; is it the right file?", cause: error)
        }
    }

    /// The report as JSON, keys in order.
    public func json() throws(HarnessError) -> Data {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        } catch {
            throw HarnessError(.file, "The report cannot be written as JSON.", cause: error)
        }
    }
}
