public import Cluster
public import ContactCenter
public import Distributed
import Wire

/// The addressable face of a whole partition: its configuration, its lists, and how it is doing.
///
/// Named by the partition, such as `fra.0`.
public distributed actor PartitionActor: ClusterActor {
    public typealias ActorSystem = ClusterActorSystem

    public static let kind: ActorKind = "partition"
    public static let methods: MethodTable<PartitionActor> = [
        Method("perform") { (actor: isolated PartitionActor, command: Command, timeout: Duration?) in
            try await actor.perform(command, within: timeout)
        },
        Method("contacts") { (actor: isolated PartitionActor, filter: ContactFilter) in
            try await actor.contacts(matching: filter)
        },
        Method("agents") { (actor: isolated PartitionActor) in try await actor.agents() },
        Method("queues") { (actor: isolated PartitionActor) in try await actor.queues() },
        Method("sites") { (actor: isolated PartitionActor) in try await actor.sites() },
        Method("offer") { (actor: isolated PartitionActor, id: ReservationID) in try await actor.offer(id) },
        Method("answers") { (actor: isolated PartitionActor, id: ReservationID, command: CommandID) in
            try await actor.answers(id, by: command)
        },
        Method("configuration") { (actor: isolated PartitionActor) in try await actor.configuration() },
        Method("configurationVersion") { (actor: isolated PartitionActor) in try await actor.configurationVersion() },
        Method("configurationHistory") { (actor: isolated PartitionActor) in try await actor.configurationHistory() },
        Method("customer") { (actor: isolated PartitionActor, id: CustomerID) in try await actor.customer(id) },
        Method("customerKnown") { (actor: isolated PartitionActor, identity: CustomerIdentity) in
            try await actor.customer(known: identity)
        },
        Method("customers") { (actor: isolated PartitionActor, after: CustomerID?, limit: Int) in
            try await actor.customers(after: after, limit: limit)
        },
        Method("customerNews") { (actor: isolated PartitionActor, revision: UInt64) in
            try await actor.customerNews(after: revision)
        },
        Method("findings") { (actor: isolated PartitionActor) in try await actor.findings() },
        Method("figures") { (actor: isolated PartitionActor) in try await actor.figures() },
        Method("status") { (actor: isolated PartitionActor) in try await actor.status() },
        Method("check") { (actor: isolated PartitionActor) in try await actor.check() },
        Method("inspect") { (actor: isolated PartitionActor) in try await actor.inspect() },
        Method("backUp") { (actor: isolated PartitionActor) in try await actor.backUp() },
        Method("backupPiece") { (actor: isolated PartitionActor, backup: SnapshotReference, number: Int) in
            try actor.backupPiece(of: backup, number)
        },
        Method("requestSnapshot") { (actor: isolated PartitionActor) in try await actor.requestSnapshot() },
        Method("attach") { (actor: isolated PartitionActor, receiver: ActorID, after: NoticePosition?) in
            try await actor.attach(receiver, after: after)
        },
        Method("detach") { (actor: isolated PartitionActor, stream: UInt64) in actor.detach(stream) },
    ]

    private let local: LocalPartition
    private let streams: NoticeStreams
    /// The backup that was made last, while it is being fetched.
    private var backup: Snapshot?

    init(local: LocalPartition, streams: NoticeStreams, actorSystem: ClusterActorSystem) {
        self.local = local
        self.streams = streams
        self.actorSystem = actorSystem
    }

    private var host: PartitionHost { get throws { try local.host } }

    /// Carries out any command.
    ///
    /// - Throws: ``CenterError``.
    public distributed func perform(_ command: Command, within timeout: Duration?) async throws -> CommandResult {
        try await host.submit(command, within: timeout)
    }

    /// Contacts that the filter lets through, by rising id.
    ///
    /// - Throws: ``CenterError``.
    public distributed func contacts(matching filter: ContactFilter) async throws -> [ContactView] {
        try await host.read { floor, _ in floor.contacts(matching: filter) }
    }

    /// All agents, in the order of the configuration.
    ///
    /// - Throws: ``CenterError``.
    public distributed func agents() async throws -> [AgentView] {
        try await host.read { floor, _ in floor.agents() }
    }

    /// All sites, in the order of the configuration.
    ///
    /// - Throws: ``CenterError`` when the partition's owner does not answer, or is not known to be current.
    public distributed func sites() async throws -> [SiteView] {
        try await host.read { floor, now in floor.siteViews(now: now) }
    }

    /// All queues, in the order of the configuration.
    ///
    /// - Throws: ``CenterError``.
    public distributed func queues() async throws -> [QueueView] {
        try await host.read { floor, now in floor.queues(now: now) }
    }

    /// An open offer; nil when there is none of that id.
    ///
    /// - Throws: ``CenterError``.
    public distributed func offer(_ id: ReservationID) async throws -> OfferView? {
        try await host.read { floor, _ in floor.offer(id) }
    }

    /// Whether the offer is open here, or this command has answered it here.
    ///
    /// - Throws: ``CenterError``.
    public distributed func answers(_ id: ReservationID, by command: CommandID) async throws -> Bool {
        try await host.read { floor, _ in floor.offer(id) != nil || floor.hasAnswered(command) }
    }

    /// The configuration in force.
    ///
    /// - Throws: ``CenterError``.
    public distributed func configuration() async throws -> ConfigurationInForce {
        try await host.read { floor, _ in
            let latest = floor.configurationHistory.last
            return ConfigurationInForce(
                version: floor.configurationVersion, source: latest?.source ?? "", since: latest?.at,
                configuration: floor.configuration)
        }
    }

    /// The version of the configuration in force; 0 before the first.
    ///
    /// - Throws: ``CenterError``.
    public distributed func configurationVersion() async throws -> Int {
        try await host.read { floor, _ in floor.configurationVersion }
    }

    /// The last versions of the configuration that were put into force, oldest first.
    ///
    /// - Throws: ``CenterError``.
    public distributed func configurationHistory() async throws -> [ConfigurationVersion] {
        try await host.read { floor, _ in floor.configurationHistory }
    }

    /// A customer of the store; nil when it has none of that id.
    ///
    /// - Throws: ``CenterError``.
    public distributed func customer(_ id: CustomerID) async throws -> CustomerView? {
        try await host.read { floor, _ in floor.customer(id) }
    }

    /// The customer of the store who is known by an identity; nil when nobody is.
    ///
    /// - Throws: ``CenterError``.
    public distributed func customer(known identity: CustomerIdentity) async throws -> CustomerView? {
        try await host.read { floor, _ in floor.customer(known: identity) }
    }

    /// Customers of the store behind an id, by rising id.
    ///
    /// - Throws: ``CenterError``.
    public distributed func customers(after id: CustomerID?, limit: Int) async throws -> [CustomerView] {
        try await host.read { floor, _ in floor.customers(after: id, limit: limit) }
    }

    /// What this partition has decided of customers behind a revision.
    ///
    /// - Throws: ``CenterError``.
    public distributed func customerNews(after revision: UInt64) async throws -> CustomerNews {
        try await host.read { floor, _ in floor.customerNews(after: revision) }
    }

    /// What looks stuck, the most pressing first.
    ///
    /// - Throws: ``CenterError``.
    public distributed func findings() async throws -> [Finding] {
        try await host.read { floor, now in floor.findings(now: now) }
    }

    /// How much the floor holds.
    ///
    /// - Throws: ``CenterError``.
    public distributed func figures() async throws -> FloorFigures {
        try await host.read { floor, _ in floor.figures }
    }

    /// How the partition is doing; answered at once, whatever waits for the journal.
    ///
    /// - Throws: ``CenterError`` with `movedAway` when the partition is not on this node.
    public distributed func status() async throws -> PartitionStatus {
        try await host.status()
    }

    /// Compares the live state with the journal and its copies.
    ///
    /// - Throws: ``CenterError`` when that could not be done.
    public distributed func check() async throws -> PartitionCheck {
        try await host.check()
    }

    /// What the store of the partition's journal says of itself.
    ///
    /// - Throws: ``CenterError`` when the store cannot be asked.
    public distributed func inspect() async throws -> JournalInspection {
        try await host.inspectStore()
    }

    /// Makes a backup, to be fetched piece by piece.
    ///
    /// - Returns: What it is to be fetched by.
    /// - Throws: ``CenterError``.
    public distributed func backUp() async throws -> SnapshotReference {
        let made = try await host.backUp()
        let packed = Snapshot(of: made.file, at: made.position)
        backup = packed
        return packed.reference
    }

    /// A piece of the backup that was made last.
    ///
    /// - Throws: ``CenterError`` with `invalid` when that is another by now.
    public distributed func backupPiece(of reference: SnapshotReference, _ number: Int) throws -> BackupPiece {
        guard let backup, backup.reference == reference, backup.chunks.indices.contains(number) else {
            throw CenterError(.invalid, "The backup was made anew, or its partition has moved; ask for it again.")
        }
        if number == backup.chunks.count - 1 { self.backup = nil }
        return BackupPiece(bytes: backup.chunks[number])
    }

    /// Asks for a snapshot to be taken soon.
    ///
    /// - Throws: ``CenterError`` with `movedAway` when the partition is not on this node.
    public distributed func requestSnapshot() async throws {
        try await host.requestSnapshot()
    }

    /// Attaches a stream of everything that supervisors are told to a receiver, on whichever node that is.
    ///
    /// - Parameters:
    ///   - receiver: A ``NoticeReceiver``; batches are pushed to it one after another.
    ///   - after: Where an earlier stream broke off; nil begins with the whole state.
    /// - Returns: The stream's incarnation, by which it is to be detached.
    /// - Throws: ``CenterError``.
    public distributed func attach(_ receiver: ActorID, after: NoticePosition?) async throws -> UInt64 {
        let target = try NoticeReceiver.resolve(id: receiver, using: actorSystem)
        let host = try host
        let incarnation = await host.makeIncarnation()
        let subscription = try await host.supervise(after: after)
        streams.begin(
            NoticePump(
                incarnation: incarnation, agent: nil, host: host, subscription: subscription, receiver: target,
                isRemote: receiver.process != actorSystem.process))
        return incarnation
    }

    /// Ends a stream that ``attach(_:after:)`` began; without effect when it has ended.
    public distributed func detach(_ stream: UInt64) {
        streams.end(stream)
    }
}
