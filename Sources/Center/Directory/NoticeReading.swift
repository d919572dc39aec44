import Cluster
import Synchronization

/// The reader's side of one stream of notices, from its first attachment to its end: where the partition moves to
/// another node, the stream is attached there and goes on behind the last item that was read.
final class NoticeReading: Sendable {
    private struct Attachment {
        let inbox: NoticeInbox
        let receiver: NoticeReceiver
        /// The stream's incarnation at its owner.
        let stream: UInt64
        /// Its ticket among the readers of this node; nil where partitions do not move.
        let ticket: UInt64?
    }

    private struct State {
        var attachment: Attachment?
        var position: NoticePosition?
    }

    /// Asks the owner of the partition to push to a receiver, behind a position; calls its last argument before it
    /// asks, each time that it does.
    typealias Attach = @Sendable (ActorID, NoticePosition?, _ asking: () -> Void) async throws -> UInt64

    private let partition: PartitionID
    private let system: ClusterActorSystem
    private let routing: ClusterRouting?
    private let attachAtOwner: Attach
    private let state: Mutex<State>

    init(
        of partition: PartitionID, after position: NoticePosition?, system: ClusterActorSystem,
        routing: ClusterRouting?, attach: @escaping Attach
    ) {
        self.partition = partition
        self.system = system
        self.routing = routing
        attachAtOwner = attach
        state = Mutex(State(position: position))
    }

    /// Attaches the stream at the partition's present owner.
    ///
    /// - Throws: What the owner throws, or the way to it.
    func attach() async throws {
        let inbox = NoticeInbox()
        let receiver = NoticeReceiver(inbox: inbox, actorSystem: system)
        // As it was before the attempt that succeeds: an owner that is gone by now ends the stream once more, while one
        // that came later and was never asked would leave it silent.
        var owner: ProcessID?
        let stream = try await attachAtOwner(receiver.id, state.withLock { $0.position }) {
            owner = routing?.member.owner(of: partition)
        }
        let ticket = routing?.readers.enter(inbox, of: partition, pushedBy: owner)
        let attachment = Attachment(inbox: inbox, receiver: receiver, stream: stream, ticket: ticket)
        state.withLock { $0.attachment = attachment }
    }

    /// The next batch; nil when the stream has ended. For one reader.
    func next() async throws(CenterError) -> [NoticeItem]? {
        while let inbox = state.withLock({ $0.attachment?.inbox }) {
            do throws(CenterError) {
                let items = try await inbox.next()
                if let last = items?.last { state.withLock { $0.position = last.position } }
                return items
            } catch {
                guard routing != nil, error.meansMoved else { throw error }
                _ = end()
                do { try await attach() } catch { throw CenterError(of: error) }
            }
        }
        return nil
    }

    /// Ends the reading.
    ///
    /// - Returns: The stream's incarnation, to be detached at its owner; nil when there was none.
    func end() -> UInt64? {
        let attachment = state.withLock { state in
            defer { state.attachment = nil }
            return state.attachment
        }
        if let ticket = attachment?.ticket { routing?.readers.remove(ticket) }
        attachment?.inbox.close()
        return attachment?.stream
    }
}
