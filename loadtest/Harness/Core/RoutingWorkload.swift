import ContactCenter
import Wire

/// Decides by many rules where contacts go: a queue with a hundred rings, each with a condition of its own, at one of
/// six sites whose agents are all away, while five others show who is free.
struct RoutingWorkload {
    private static let rules = 100
    private static let sites = 6
    private static let agents = 200
    /// Each leaves a reservation behind, which nobody confirms here.
    private static let operations = 5_000

    private var random = SeededGenerator(seed: 17)
    /// One a site; contacts come in at the first.
    private var floors = (0..<Self.sites).map { Floor(partition: UInt16($0)) }
    private var output = FloorOutput()
    private var now = CoreConfiguration.start

    mutating func run() throws -> CoreReport.Routing {
        let configuration = try Self.configuration()
        for site in 0..<Self.sites {
            try send(.configure(Configure(configuration: configuration, source: "")), at: site)
            guard site > 0 else { continue }
            try staff(configuration.agents.filter { $0.site == SiteID("s\(site)") }.map(\.id), at: site)
        }
        let sent = try measure(tier: "platinum") { $0.contains { if case .reserve = $0.body { true } else { false } } }
        return CoreReport.Routing(kept: try measure(tier: "plain", expecting: \.isEmpty), sent: sent)
    }

    /// Contacts of a tier that comes in, each with what the floor then asks of others.
    private mutating func measure(tier: String, expecting isExpected: ([Letter]) -> Bool) throws -> Latencies {
        var recorder = LatencyRecorder(capacity: Self.operations)
        for _ in 0..<Self.operations {
            now = now.advanced(by: .milliseconds(10))
            for site in 1..<Self.sites { floors[0].learn(floors[site].summary()) }
            let contact = OpenContact(
                channel: .voice, queue: "support", customer: "+4930\(random.below(10_000_000))",
                attributes: Attributes(["tier": .text(tier), "orders": .number(3), "country": .text("de")]))
            let command = Command(id: CommandID(time: now, random: &random), body: .openContact(contact))
            recorder.measure { floors[0].handle(command, now: now, into: &output) }
            guard case .done(.opened(let id, _)) = output.result, isExpected(output.letters) else {
                throw CoreError(.unexpected, "A contact was routed otherwise than expected: \(output.letters).")
            }
            try send(.abandon(id), at: 0)
        }
        return recorder.latencies
    }

    private mutating func staff(_ agents: [AgentID], at site: Int) throws {
        for agent in agents {
            try send(.signIn(agent), at: site)
            try send(.attachStream(agent, incarnation: 1), at: site)
            try send(.setAvailability(SetAvailability(agent: agent, state: .available)), at: site)
        }
    }

    private mutating func send(_ body: Command.Body, at site: Int) throws {
        floors[site].handle(Command(id: CommandID(time: now, random: &random), body: body), now: now, into: &output)
        if case .refused(let refusal) = output.result {
            throw CoreError(.unexpected, "The floor refused a command of the benchmark: \(refusal.message)")
        }
    }

    /// Only the last of the rules holds for a contact of the tier `platinum`, and none for others.
    private static func configuration() throws -> CenterConfiguration {
        var queue = QueueConfiguration(id: "support")
        queue.requirement = try Requirement(parsing: "support >= 9")
        queue.sites = ["s0"]
        for rule in 0..<rules {
            let tier = rule == rules - 1 ? "platinum" : "tier\(rule)"
            let condition =
                "tier == '\(tier)' AND (orders > 2 OR waited > \(10 + rule) AND ewt > \(rule % 7)) "
                + "OR country == 'c\(rule % 20)' AND staffed < \(rule % 5)"
            var ring = RingConfiguration(
                after: .zero, when: try Condition(parsing: condition), relaxation: Relaxation(levels: 1))
            ring.sites = [SiteID("s\(rule % sites)")]
            queue.rings.append(ring)
        }
        var configuration = CenterConfiguration(
            name: "benchmark", sites: (0..<sites).map { SiteConfiguration(id: SiteID("s\($0)"), timeZone: "UTC") },
            skills: [SkillConfiguration(id: "support")],
            capacities: [CapacityConfiguration(id: "one", channels: [ChannelCapacity(channel: .voice, maximum: 1)])],
            queues: [queue])
        for site in 0..<sites {
            for agent in 0..<agents {
                configuration.agents.append(
                    AgentConfiguration(
                        id: AgentID("a\(site).\(agent)"), site: SiteID("s\(site)"),
                        skills: ["support": 1 + agent % 8], capacity: "one"))
            }
        }
        return configuration
    }
}
