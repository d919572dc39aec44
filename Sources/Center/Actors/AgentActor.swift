public import Cluster
public import ContactCenter
public import Distributed
import Wire

/// The addressable face of one agent: what they may do, what they have in hand, and their stream of notices.
///
/// Named by the partition that is the agent's home and the agent's id (``FaceName``); it holds no state that must
/// survive, so it comes and goes with the calls it gets.
public distributed actor AgentActor: ClusterActor {
    public typealias ActorSystem = ClusterActorSystem

    public static let kind: ActorKind = "agent"
    public static let methods: MethodTable<AgentActor> = [
        Method("perform") { (actor: isolated AgentActor, command: Command, timeout: Duration?) in
            try await actor.perform(command, within: timeout)
        },
        Method("state") { (actor: isolated AgentActor) in try await actor.state() },
        Method("attach") { (actor: isolated AgentActor, receiver: ActorID, after: NoticePosition?) in
            try await actor.attach(receiver, after: after)
        },
        Method("detach") { (actor: isolated AgentActor, stream: UInt64) in actor.detach(stream) },
    ]

    private let agent: AgentID
    private let local: LocalPartition
    private let streams: NoticeStreams

    init(agent: AgentID, local: LocalPartition, streams: NoticeStreams, actorSystem: ClusterActorSystem) {
        self.agent = agent
        self.local = local
        self.streams = streams
        self.actorSystem = actorSystem
    }

    private var host: PartitionHost { get throws { try local.host } }

    /// Carries out a command on the agent's behalf: about themselves, an offer of theirs, or a contact they have that
    /// is at home here.
    ///
    /// - Throws: ``CenterError``.
    public distributed func perform(_ command: Command, within timeout: Duration?) async throws -> CommandResult {
        try await host.submit(command, onBehalfOf: agent, within: timeout)
    }

    /// The agent with everything in hand; nil when the configuration has none of that id.
    ///
    /// - Throws: ``CenterError``.
    public distributed func state() async throws -> AgentState? {
        let agent = agent
        return try await host.read { floor, _ in floor.state(of: agent) }
    }

    /// Attaches a stream of the agent's notices to a receiver, on whichever node that is.
    ///
    /// - Parameters:
    ///   - receiver: A ``NoticeReceiver``; batches are pushed to it one after another.
    ///   - after: Where an earlier stream broke off; nil begins with the whole state.
    /// - Returns: The stream's incarnation, by which it is to be detached.
    /// - Throws: ``ContactCenter/Refusal`` when there is no such agent; ``CenterError``.
    public distributed func attach(_ receiver: ActorID, after: NoticePosition?) async throws -> UInt64 {
        let target = try NoticeReceiver.resolve(id: receiver, using: actorSystem)
        let host = try host
        let incarnation = await host.makeIncarnation()
        let subscription = try await host.attach(agent, incarnation: incarnation, after: after).get()
        streams.begin(
            NoticePump(
                incarnation: incarnation, agent: agent, host: host, subscription: subscription, receiver: target,
                isRemote: receiver.process != actorSystem.process))
        return incarnation
    }

    /// Ends a stream that ``attach(_:after:)`` began; without effect when it has ended.
    public distributed func detach(_ stream: UInt64) {
        streams.end(stream)
    }
}
