public import Cluster
public import ContactCenter
public import Distributed
import Wire

/// The addressable face of one queue: contacts come in here.
///
/// Named by the queue's id.
public distributed actor QueueActor: ClusterActor {
    public typealias ActorSystem = ClusterActorSystem

    public static let kind: ActorKind = "queue"
    public static let methods: MethodTable<QueueActor> = [
        Method("perform") { (actor: isolated QueueActor, command: Command, timeout: Duration?) in
            try await actor.perform(command, within: timeout)
        },
        Method("view") { (actor: isolated QueueActor) in try await actor.view() },
    ]

    private let queue: QueueID
    private let host: PartitionHost

    init(queue: QueueID, host: PartitionHost, actorSystem: ClusterActorSystem) {
        self.queue = queue
        self.host = host
        self.actorSystem = actorSystem
    }

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
}
