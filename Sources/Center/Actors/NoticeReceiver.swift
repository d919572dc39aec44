public import Cluster
public import Distributed
import Wire

/// The reader's end of a stream of notices, on the reader's node: batches are pushed to it one after another.
///
/// A push returns once there is room for the next, so a slow reader slows its own stream and nobody else.
public distributed actor NoticeReceiver: ClusterActor {
    public typealias ActorSystem = ClusterActorSystem

    public static let kind: ActorKind = "notices"
    public static let methods: MethodTable<NoticeReceiver> = [
        Method("receive") { (actor: isolated NoticeReceiver, items: [NoticeItem]) in
            try await actor.receive(items)
        },
        Method("ping") { (actor: isolated NoticeReceiver) in try actor.ping() },
        Method("end") { (actor: isolated NoticeReceiver, error: CenterError?) in actor.end(error) },
    ]

    private let inbox: NoticeInbox

    init(inbox: NoticeInbox, actorSystem: ClusterActorSystem) {
        self.inbox = inbox
        self.actorSystem = actorSystem
    }

    /// Takes a batch in; returns once the reader has taken the batch before.
    ///
    /// - Throws: ``CenterError`` with `cancelled` when the reader has gone.
    public distributed func receive(_ items: [NoticeItem]) async throws {
        try await inbox.put(items)
    }

    /// Says that the reader is still there.
    ///
    /// - Throws: ``CenterError`` with `cancelled` when the reader has gone.
    public distributed func ping() throws {
        try inbox.check()
    }

    /// No more will come.
    public distributed func end(_ error: CenterError?) {
        inbox.end(error)
    }
}
