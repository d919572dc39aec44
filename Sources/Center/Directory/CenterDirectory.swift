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
    let partition: PartitionID
    let streams: NoticeStreams
    private let timeout: Duration

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
        self.partition = partition
        self.streams = streams
        self.timeout = timeout
    }

    /// Carries out a command, at the actor of the entity that it concerns.
    ///
    /// - Parameter timeout: How long to wait for the answer; nil for the center's usual time.
    public func perform(
        _ command: Command, within timeout: Duration? = nil
    ) async throws(CenterError) -> CommandResult {
        try await call(timeout) {
            if case .openContact(let contact) = command.body {
                return try await queueActor(contact.queue).perform(command, within: timeout)
            }
            if let contact = command.body.contact {
                return try await sessionActor(contact).perform(command, within: timeout)
            }
            if let agent = command.body.agent {
                return try await agentActor(agent).perform(command, within: timeout)
            }
            return try await partitionActor().perform(command, within: timeout)
        }
    }

    /// Carries out a command on behalf of an agent, who may touch only themselves, their offers, and contacts they
    /// have; anything else is refused as not found.
    ///
    /// - Parameter timeout: How long to wait for the answer; nil for the center's usual time.
    public func perform(
        _ command: Command, onBehalfOf agent: AgentID, within timeout: Duration? = nil
    ) async throws(CenterError) -> CommandResult {
        try await call(timeout) { try await agentActor(agent).perform(command, within: timeout) }
    }

    /// A contact; nil when there is none of that id, or it ended so long ago that it was dropped.
    public func contact(_ id: ContactID) async throws(CenterError) -> ContactView? {
        try await call { try await sessionActor(id).view() }
    }

    /// Contacts that the filter lets through, by rising id.
    public func contacts(matching filter: ContactFilter) async throws(CenterError) -> [ContactView] {
        try await call { try await partitionActor().contacts(matching: filter) }
    }

    /// Why a contact is where it is; later, from the journal; nil when neither knows it.
    public func explain(_ id: ContactID) async throws(CenterError) -> Explanation? {
        try await call { try await sessionActor(id).explain() }
    }

    /// An agent with everything in hand; nil when the configuration has none of that id.
    public func agent(_ id: AgentID) async throws(CenterError) -> AgentState? {
        try await call { try await agentActor(id).state() }
    }

    /// All agents, in the order of the configuration.
    public func agents() async throws(CenterError) -> [AgentView] {
        try await call { try await partitionActor().agents() }
    }

    /// An open offer; nil when there is none of that id.
    public func offer(_ id: ReservationID) async throws(CenterError) -> OfferView? {
        try await call { try await partitionActor().offer(id) }
    }

    /// A queue; nil when the configuration has none of that id.
    public func queue(_ id: QueueID) async throws(CenterError) -> QueueView? {
        try await call { try await queueActor(id).view() }
    }

    /// All queues, in the order of the configuration.
    public func queues() async throws(CenterError) -> [QueueView] {
        try await call { try await partitionActor().queues() }
    }

    /// The configuration in force.
    public func configuration() async throws(CenterError) -> ConfigurationInForce {
        try await call { try await partitionActor().configuration() }
    }

    /// The last versions of the configuration that were put into force, oldest first.
    public func configurationHistory() async throws(CenterError) -> [ConfigurationVersion] {
        try await call { try await partitionActor().configurationHistory() }
    }

    /// What looks stuck, the most pressing first.
    public func findings() async throws(CenterError) -> [Finding] {
        try await call { try await partitionActor().findings() }
    }

    /// How much the center holds.
    public func figures() async throws(CenterError) -> FloorFigures {
        try await call { try await partitionActor().figures() }
    }

    /// How the partition is doing; answered at once, whatever waits for the journal.
    public func status() async throws(CenterError) -> PartitionStatus {
        try await call { try await partitionActor().status() }
    }

    /// Asks for a snapshot to be taken soon; ``PartitionStatus/snapshot`` says when it counts.
    public func requestSnapshot() async throws(CenterError) {
        try await call { try await partitionActor().requestSnapshot() }
    }

    func agentActor(_ id: AgentID) throws -> AgentActor { try system.actor(named: id.name) }
    func queueActor(_ id: QueueID) throws -> QueueActor { try system.actor(named: id.name) }
    func sessionActor(_ id: ContactID) throws -> SessionActor { try system.actor(named: id.description) }
    func partitionActor() throws -> PartitionActor { try system.actor(named: partition.description) }

    /// Makes a call with a deadline; whatever goes wrong comes as a ``CenterError``.
    func call<Output>(
        _ timeout: Duration? = nil, _ body: () async throws -> Output
    ) async throws(CenterError) -> Output {
        do {
            return try await CallOptions.withDeadline(timeout ?? self.timeout, body)
        } catch {
            throw CenterError(of: error)
        }
    }
}
