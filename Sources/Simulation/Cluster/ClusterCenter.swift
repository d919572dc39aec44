import Center
import Cluster
import ContactCenter

/// The center that schedules of whole clusters are played on: three partitions at two sites, five nodes, six agents.
enum ClusterCenter {
    static let nodes: [(node: NodeID, site: String)] = [
        ("fra-1", "fra"), ("fra-2", "fra"), ("fra-3", "fra"), ("nyc-1", "nyc"), ("nyc-2", "nyc"),
    ]

    static let layout = CenterLayout([
        CenterLayout.Place(partition: PartitionID(site: "fra", number: 0), floorNumber: 0),
        CenterLayout.Place(partition: PartitionID(site: "fra", number: 1), floorNumber: 1),
        CenterLayout.Place(partition: PartitionID(site: "nyc", number: 0), floorNumber: 2),
    ])

    static let queues: [QueueID] = ["support", "sales"]

    static let configuration: CenterConfiguration = {
        var sales = QueueConfiguration(id: "sales")
        sales.wrapUpLimit = .zero
        sales.priority = 1
        sales.callbacks = SimulatedCenter.callbacks(first: .customer)
        var support = QueueConfiguration(id: "support")
        support.callbacks = SimulatedCenter.callbacks(first: .agent)
        var settings = CenterSettings()
        settings.endedRetention = .seconds(86_400)
        let capacity = CapacityConfiguration(
            id: "blended",
            channels: [ChannelCapacity(channel: .voice, maximum: 1), ChannelCapacity(channel: .chat, maximum: 2)])
        return CenterConfiguration(
            name: "Simulated", settings: settings,
            sites: [
                SiteConfiguration(id: "fra", timeZone: "Europe/Berlin"),
                SiteConfiguration(id: "nyc", timeZone: "America/New_York"),
            ],
            capacities: [capacity], dispositions: [DispositionConfiguration(code: "done")],
            reasons: [ReasonConfiguration(code: "no-answer")], queues: [support, sales],
            agents: agents)
    }()

    /// Two agents at home in each partition.
    private static let agents: [AgentConfiguration] = {
        var agents: [AgentConfiguration] = []
        for place in layout.places {
            let site = SiteID(place.partition.site)
            let names = (0..<50).lazy.map { AgentID("\(site)-\($0)") }
            let atHome = names.filter { layout.home(of: $0, at: site) == place.partition }
            agents += atHome.prefix(2).map { AgentConfiguration(id: $0, site: site, capacity: "blended") }
        }
        return agents
    }()
}
