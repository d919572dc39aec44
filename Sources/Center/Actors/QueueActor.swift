public import Cluster
public import ContactCenter
public import Distributed
import Wire

/// The addressable face of one queue's slice in one partition: contacts come in here.
///
/// Named by the partition and the queue's id (``FaceName``).
public distributed actor QueueActor: ClusterActor {
    public typealias ActorSystem = ClusterActorSystem

    public static let kind: ActorKind = "queue"
    public static let methods: MethodTable<QueueActor> = [
        Method("perform") { (actor: isolated QueueActor, command: Command, timeout: Duration?) in
            try await actor.perform(command, within: timeout)
        },
        Method("view") { (actor: isolated QueueActor) in try await actor.view() },
        Method("callbackSlots") { (actor: isolated QueueActor, range: CallbackSlotRange) in
            try await actor.callbackSlots(within: range)
        },
    ]

    private let queue: QueueID
    private let local: LocalPartition

    init(queue: QueueID, local: LocalPartition, actorSystem: ClusterActorSystem) {
        self.queue = queue
        self.local = local
        self.actorSystem = actorSystem
    }

    private var host: PartitionHost { get throws { try local.host } }

    /// Opens a contact in this queue.
    ///
    /// - Throws: ``CenterError``, with `invalid` for any other command.
    public distributed func perform(_ command: Command, within timeout: Duration?) async throws -> CommandResult {
        guard case .openContact(let contact) = command.body, contact.queue == queue else {
            throw CenterError(.invalid, "Queue \(queue) opens contacts of its own and does nothing else.")
        }
        return try await host.submit(command, within: timeout)
    }

    /// The queue; nil when the configuration has none of that id.
    ///
    /// - Throws: ``CenterError``.
    public distributed func view() async throws -> QueueView? {
        let queue = queue
        return try await host.read { floor, now in floor.queue(queue, now: now) }
    }

    /// What customers may book to be called back; nil when the configuration has no such queue.
    ///
    /// - Throws: ``CenterError``.
    public distributed func callbackSlots(within range: CallbackSlotRange) async throws -> [CallbackSlot]? {
        let queue = queue
        return try await host.read { floor, now in floor.callbackSlots(of: queue, within: range, now: now) }
    }
}
