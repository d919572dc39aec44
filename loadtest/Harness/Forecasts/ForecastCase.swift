import ConfigurationFile
import ContactCenter
import Wire

/// Contacts and shifts on which forecasts of waits are tried.
public struct ForecastCase: Sendable {
    /// What it is called in the report.
    public let name: String
    let configuration: CenterConfiguration
    let contacts: [PlannedContact]
    let agents: [AgentID]
    /// When each agent works, in microseconds since the beginning.
    let shifts: [ClosedRange<Int64>]

    /// A day of real calls.
    ///
    /// - Throws: ``HarnessError/Code/trace`` when the center that the day needs cannot be described.
    public init(_ plan: TracePlan) throws(HarnessError) {
        guard let configuration = ConfigurationFile.read(plan.source).configuration else {
            throw HarnessError(.trace, "The center of \(plan.day) cannot be described; the trace holds odd names.")
        }
        self.init(plan.day, configuration, plan.calls, plan.agents, plan.shifts)
    }

    /// Forty agents at 95 % load for eight hours.
    public static func steady(seed: UInt64) -> ForecastCase {
        made("steady", seed: seed, agentsAt: { _ in 40 }, loadAt: { _ in 0.95 })
    }

    /// Forty agents at 85 % load, and twice within eight hours half an hour at 140 %.
    public static func spikes(seed: UInt64) -> ForecastCase {
        made("spikes", seed: seed, agentsAt: { _ in 40 }, loadAt: { [4, 10].contains($0 / 1_800) ? 1.4 : 0.85 })
    }

    /// Forty agents at 100 % load, of whom half go for the fourth hour, and who are sixty in the sixth.
    public static func shifts(seed: UInt64) -> ForecastCase {
        made(
            "shift changes", seed: seed, agentsAt: { $0 / 3_600 == 3 ? 20 : $0 / 3_600 == 5 ? 60 : 40 },
            loadAt: { _ in 1 })
    }

    private static let mean = 240.0
    private static let length = 28_800
    private static let planned = 40.0

    private init(
        _ name: String, _ configuration: CenterConfiguration, _ contacts: [PlannedContact], _ agents: [AgentID],
        _ shifts: [ClosedRange<Int64>]
    ) {
        self.name = name
        self.configuration = configuration
        self.contacts = contacts
        self.agents = agents
        self.shifts = shifts
    }

    /// Arrivals at random at a share of what forty agents can do; handling times and patience exponential.
    private static func made(
        _ name: String, seed: UInt64, agentsAt: (Int) -> Int, loadAt: (Int) -> Double
    ) -> ForecastCase {
        var random = SeededGenerator(seed: seed)
        let template = OpeningTemplate(
            channel: .voice, queue: "calls", attributes: Attributes(), requirement: nil, priority: nil)
        var contacts: [PlannedContact] = []
        var at = 0.0
        while true {
            at += random.exponential(mean / planned / loadAt(Int(at)))
            guard Int(at) < length else { break }
            contacts.append(
                PlannedContact(
                    at: Int64(at * 1_000_000), opening: template, handling: Int64(random.exponential(mean) * 1_000_000),
                    wrapUp: 0, patience: Int64(random.exponential(2 * mean) * 1_000_000)))
        }
        var agents: [AgentID] = []
        var shifts: [ClosedRange<Int64>] = []
        // An agent works as long as there are to be so many; whoever comes back counts as another.
        for number in 0..<64 {
            var begin: Int?
            for second in stride(from: 0, through: length, by: 900) {
                let works = second < length && number < agentsAt(second)
                if works, begin == nil { begin = second }
                if !works, let start = begin {
                    agents.append(AgentID("agent-\(number)-\(start)"))
                    shifts.append(Int64(start) * 1_000_000...Int64(second) * 1_000_000)
                    begin = nil
                }
            }
        }
        return ForecastCase(name, center(agents), contacts, agents, shifts)
    }

    private static func center(_ agents: [AgentID]) -> CenterConfiguration {
        var queue = QueueConfiguration(id: "calls", label: "Calls")
        queue.wrapUpLimit = .zero
        var configuration = CenterConfiguration(name: "Forecasts")
        configuration.sites = [SiteConfiguration(id: "home", timeZone: "UTC")]
        configuration.capacities = [
            CapacityConfiguration(id: "telephone", channels: [ChannelCapacity(channel: .voice, maximum: 1)])
        ]
        configuration.queues = [queue]
        configuration.agents = agents.map {
            AgentConfiguration(id: $0, site: "home", skills: [:], capacity: "telephone", queues: nil)
        }
        return configuration
    }
}
