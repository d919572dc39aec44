public import Cluster
public import ContactCenter
import Distributed

/// Where the center's queues, agents, sessions and partitions are found, on whichever node they live: what the edges
/// of the cluster (the HTTP API, channels) talk to.
///
/// Every answer, a refusal included, is durable when it returns. Errors are of the system, not of the business: see
/// ``CenterError/Code`` for what each leaves open; repeating a command with the same id is always safe.
public struct CenterDirectory: Sendable {
    let system: ClusterActorSystem
    let layout: CenterLayout
    let streams: NoticeStreams
    /// What finds partitions that move; nil where there is one, which does not.
    let routing: ClusterRouting?
    /// Makes journals for restoring partitions; nil where that cannot be done.
    let journals: JournalSource?
    let timeout: Duration

    /// Makes the directory of the center that lives in one partition.
    ///
    /// - Parameters:
    ///   - system: This node's actor system.
    ///   - partition: The partition that everything lives in.
    ///   - streams: What runs this node's streams of notices; its `run()` must be running.
    ///   - timeout: How long a call may take that states no other time.
    public init(
        system: ClusterActorSystem, partition: PartitionID, streams: NoticeStreams, timeout: Duration = .seconds(10)
    ) {
        self.system = system
        layout = CenterLayout([CenterLayout.Place(partition: partition, floorNumber: 0)])
        self.streams = streams
        routing = nil
        journals = nil
        self.timeout = timeout
    }

    /// Makes the directory of a center whose partitions may be on any node.
    init(
        system: ClusterActorSystem, layout: CenterLayout, streams: NoticeStreams, routing: ClusterRouting,
        journals: JournalSource? = nil, timeout: Duration = .seconds(10)
    ) {
        self.system = system
        self.layout = layout
        self.streams = streams
        self.routing = routing
        self.journals = journals
        self.timeout = timeout
    }

    /// Carries out a command, at the actor of the entity that it concerns.
    ///
    /// - Parameters:
    ///   - site: The site at which a new contact is opened, the same at each repetition; nil for any that is no island.
    ///   - timeout: How long to wait for the answer; nil for the center's usual time.
    public func perform(
        _ command: Command, at site: SiteID? = nil, within timeout: Duration? = nil
    ) async throws(CenterError) -> CommandResult {
        if let site, layout.home(of: command.id, at: site) == nil {
            return .refused(
                Refusal(.notFound, "The cluster has no site \(site); name one that `sundial node list` shows, or none.")
            )
        }
        let home = try await home(of: command, at: site)
        do { return try await carryOut(command, at: home, within: timeout) } catch {
            throw explained(error, home: home)
        }
    }

    private func carryOut(
        _ command: Command, at home: PartitionID, within timeout: Duration?
    ) async throws(CenterError) -> CommandResult {
        let result = try await call(timeout) {
            if case .openContact(let contact) = command.body {
                return try await queueActor(contact.queue, at: home).perform(command, within: timeout)
            }
            if let contact = command.body.contact {
                return try await sessionActor(contact).perform(command, within: timeout)
            }
            if let agent = command.body.agent {
                return try await agentActor(agent, at: home).perform(command, within: timeout)
            }
            return try await partitionActor(home).perform(command, within: timeout)
        }
        guard let offer = command.body.offer, case .refused = result,
            let other = try await answering(offer, by: command.id, besides: home)
        else { return result }
        return try await call(timeout) { try await partitionActor(other).perform(command, within: timeout) }
    }

    /// Carries out a command on behalf of an agent, who may touch only themselves, their offers, and contacts they
    /// have; anything else is refused as not found.
    ///
    /// - Parameter timeout: How long to wait for the answer; nil for the center's usual time.
    public func perform(
        _ command: Command, onBehalfOf agent: AgentID, within timeout: Duration? = nil
    ) async throws(CenterError) -> CommandResult {
        if let contact = command.body.contact {
            return try await call(timeout) {
                try await sessionActor(contact).performOnBehalf(of: agent, command, within: timeout)
            }
        }
        let home = try await home(of: agent)
        return try await call(timeout) { try await agentActor(agent, at: home).perform(command, within: timeout) }
    }

    /// A contact; nil when there is none of that id, or it ended so long ago that it was dropped.
    public func contact(_ id: ContactID) async throws(CenterError) -> ContactView? {
        try await call { try await sessionActor(id).view() }
    }

    /// A contact with its position and expected wait; nil when there is none of that id any more.
    public func standing(of id: ContactID) async throws(CenterError) -> ContactStanding? {
        try await call { try await sessionActor(id).standing() }
    }

    /// Contacts that the filter lets through, by rising id.
    public func contacts(matching filter: ContactFilter) async throws(CenterError) -> [ContactView] {
        var filter = filter
        var found: [ContactView] = []
        for place in reachable.sorted(by: { $0.floorNumber < $1.floorNumber }) where filter.limit > 0 {
            if layout.places.count > 1, let after = filter.after, after.partition > place.floorNumber { continue }
            let part = try await call { try await partitionActor(place.partition).contacts(matching: filter) }
            found += part
            filter.limit -= part.count
        }
        return found
    }

    /// Why a contact is where it is; later, from the journal; nil when neither knows it.
    public func explain(_ id: ContactID) async throws(CenterError) -> Explanation? {
        try await call { try await sessionActor(id).explain() }
    }

    /// Why a contact was where it was at an instant that has passed; nil when there was none of that id.
    public func explain(_ id: ContactID, at instant: Timestamp) async throws(CenterError) -> Explanation? {
        try await call { try await sessionActor(id).explained(at: instant) }
    }

    /// An agent with everything in hand; nil when the configuration has none of that id.
    public func agent(_ id: AgentID) async throws(CenterError) -> AgentState? {
        let home = try await home(of: id)
        return try await call { try await agentActor(id, at: home).state() }
    }

    /// All agents, in the order of the configuration.
    public func agents() async throws(CenterError) -> [AgentView] {
        let places = reachable
        let parts = try await gather(places) { try await $0.agents() }
        if parts.count == 1 { return parts[0] }
        var atHome: [AgentID: AgentView] = [:]
        for (place, part) in zip(places, parts) {
            for agent in part where layout.home(of: agent.id, at: agent.site) == place.partition {
                atHome[agent.id] = agent
            }
        }
        return parts[0].map { atHome[$0.id] ?? $0 }
    }

    /// An open offer; nil when there is none of that id.
    public func offer(_ id: ReservationID) async throws(CenterError) -> OfferView? {
        try await first(of: layout.places) { try await partitionActor($0.partition).offer(id) }
    }

    /// A queue, its slices in all partitions put together; nil when the configuration has none of that id.
    public func queue(_ id: QueueID) async throws(CenterError) -> QueueView? {
        let slices = try await each(reachable) { try await queueActor(id, at: $0.partition).view() }
        return slices.compactMap(\.self).reduce(nil) { whole, slice in whole?.joined(with: slice) ?? slice }
    }

    /// All queues, each with its slices in all partitions put together, in the order of the configuration.
    public func queues() async throws(CenterError) -> [QueueView] {
        let parts = try await gather { try await $0.queues() }
        if parts.count == 1 { return parts[0] }
        let slices = Dictionary(grouping: parts.joined(), by: \.id)
        return parts[0].map { queue in
            (slices[queue.id] ?? []).dropFirst().reduce(queue) { $0.joined(with: $1) }
        }
    }

    /// All sites, as all partitions see them, in the order of the configuration.
    public func sites() async throws(CenterError) -> [SiteView] {
        let parts = try await gather { try await $0.sites() }
        let views = Dictionary(grouping: parts.joined(), by: \.id)
        return (parts.first ?? []).map { site in
            (views[site.id] ?? []).dropFirst().reduce(site) { $0.joined(with: $1) }
        }
    }

    /// The configuration in force.
    public func configuration() async throws(CenterError) -> ConfigurationInForce {
        try await call { try await partitionActor(answering).configuration() }
    }

    /// Whether the configuration in force has an agent of that id, whatever becomes of the partition they are at home in.
    public func knows(_ agent: AgentID) async throws(CenterError) -> Bool {
        try await configuration().configuration?.agents.contains { $0.id == agent } ?? false
    }

    /// The last versions of the configuration that were put into force, oldest first.
    public func configurationHistory() async throws(CenterError) -> [ConfigurationVersion] {
        try await call { try await partitionActor(answering).configurationHistory() }
    }

    /// The nodes of the cluster as this one sees them, each with the time since it was last heard; none where the
    /// center lives on one node alone.
    public func members() -> [(member: Member, silence: Duration)] {
        guard let routing else { return [] }
        let now = system.clock.now
        return routing.member.membership.members.map { ($0, now - $0.heardAt) }
    }

    /// What the journal of a partition rests on, and so what holds when its site is cut off.
    public func durability(of partition: PartitionID) -> Durability {
        layout.durability(of: partition)
    }

    /// How much the center holds.
    public func figures() async throws(CenterError) -> FloorFigures {
        try await gather { try await $0.figures() }.reduce(FloorFigures()) { $0.joined(with: $1) }
    }

    /// How the partition that administers the configuration is doing, or one on this side of a gap; answered at once,
    /// whatever waits for the journal.
    public func status() async throws(CenterError) -> PartitionStatus {
        try await call { try await partitionActor(answering).status() }
    }

    /// Asks for a snapshot to be taken soon; ``PartitionStatus/snapshot`` says when it counts.
    public func requestSnapshot() async throws(CenterError) {
        _ = try await gather { try await $0.requestSnapshot() }
    }
}
