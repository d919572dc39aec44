public import Wire

/// The whole description of a center: what one configuration file says.
public struct CenterConfiguration: Hashable, Sendable {
    /// Name of the business, for people.
    public var name: String
    /// What holds where nothing else is said.
    public var settings: CenterSettings
    /// Every site.
    public var sites: [SiteConfiguration]
    /// Every calendar.
    public var calendars: [CalendarConfiguration]
    /// Every skill.
    public var skills: [SkillConfiguration]
    /// Every capacity profile.
    public var capacities: [CapacityConfiguration]
    /// What an agent may choose at the end of wrap-up.
    public var dispositions: [DispositionConfiguration]
    /// Why an agent may be not ready.
    public var reasons: [ReasonConfiguration]
    /// Every queue.
    public var queues: [QueueConfiguration]
    /// Every agent.
    public var agents: [AgentConfiguration]
    /// The rules of every time zone that it names, by name: not written in a file, but taken from tzdata when it is put
    /// into force, so that it means the same everywhere and ever after.
    public var zones: [ZoneRules] = []
    /// What is closed against its hours: not written in a file, but kept from one configuration to the next.
    public var closures: [Closure] = []
    /// What traffic is kept away from sites: kept as closures are.
    public var shifts: [SiteShift] = []
    /// What customers are told: not written in a file, but kept from one configuration to the next.
    public var incidents: [Incident] = []
    /// How customers are recognised and treated.
    public var customers = CustomerTreatment()

    public init(
        name: String = "", settings: CenterSettings = CenterSettings(), sites: [SiteConfiguration] = [],
        calendars: [CalendarConfiguration] = [], skills: [SkillConfiguration] = [],
        capacities: [CapacityConfiguration] = [], dispositions: [DispositionConfiguration] = [],
        reasons: [ReasonConfiguration] = [], queues: [QueueConfiguration] = [], agents: [AgentConfiguration] = []
    ) {
        self.name = name
        self.settings = settings
        self.sites = sites
        self.calendars = calendars
        self.skills = skills
        self.capacities = capacities
        self.dispositions = dispositions
        self.reasons = reasons
        self.queues = queues
        self.agents = agents
    }
}

extension CenterConfiguration {
    /// Whether any agent is kept for a queue.
    public var hasReservedAgents: Bool { agents.contains { $0.reservedFor != nil } }
}

extension CenterConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 3)
        writer.write(name)
        writer.write(settings)
        writer.write(sites)
        writer.write(calendars)
        writer.write(skills)
        writer.write(capacities)
        writer.write(dispositions)
        writer.write(reasons)
        writer.write(queues)
        writer.write(agents)
        writer.write(zones)
        writer.write(closures)
        writer.write(shifts)
        writer.write(customers)
        writer.write(incidents)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(3, of: "center configuration")
        self.init(
            name: try reader.read(), settings: try reader.read(), sites: try reader.read(),
            calendars: try reader.read(), skills: try reader.read(), capacities: try reader.read(),
            dispositions: try reader.read(), reasons: try reader.read(), queues: try reader.read(),
            agents: try reader.read())
        // Before, every node went by its own tzdata, and nothing could be closed.
        guard layout > 1 else { return }
        zones = try reader.read()
        closures = try reader.read()
        guard layout > 2 else { return }
        shifts = try reader.readArray()
        customers = try reader.read()
        incidents = try reader.readArray(bound: Incident.countBound)
    }
}
