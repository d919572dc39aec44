public import Distributed
import Synchronization
public import Wire

// One node's actors, and its way to those of all other nodes.
//
// Model. A call of a distributed actor that is not here becomes a frame: its id, the actor, the method's base name,
// the time that is left, the arguments. Frames for one peer gather in its link and leave as packets. The receiving
// node finds the method in the table of the actor's own type (a name that is not in it reaches nothing), puts the
// call into the actor's mailbox, and activates the actor first if it is a virtual one that is not there. Whoever finds
// calls in a mailbox that nobody is at begins them, in the order in which they came, each as a task that starts on that
// thread and goes to the actor; they may interleave where they suspend, as in any Swift actor. The reply goes the same way back and resumes the caller.
//
// Invariants.
// - A caller is resumed exactly once: its call is resumed by whoever takes it out of the table of calls. Answer,
//   deadline, cancellation, failed send, refusal and the end of the system all do, and nothing else does.
// - Calls of one sender to one actor begin in the order in which they were sent: a link, a packet and a mailbox are
//   each first in, first out, and a call's task is at its actor, or in the actor's own queue, before the next begins.
// - Every queue is bounded and refuses the newest: outstanding calls, each link, each mailbox, the residents.
// - Every task ends with `run()`: as its child, or as one of its `RunningTasks`. They run on the system's executor,
//   which lets a simulation choose; a call's task up to where it first waits on the thread that has received it.
//   Actors keep their default executor. One that declared `unownedExecutor` could not go back to it.
// - At most one actor of an id takes calls on a node. The system keeps an active virtual actor alive; once
//   passivated it is referred to weakly, and is taken up again while anybody still holds it.
// - Bytes of a peer never trap: they are read with checks, counted when they are malformed, and answered when at
//   least the call's id could be read.
//
// What can go wrong. A lost frame becomes a timeout of its caller, whose method may have run: what must not happen
// twice has to be idempotent. A repeated call frame is dropped while the first is being served, and is served again
// after that. A caller that ends early tells its callee, whose task is then cancelled. Two nodes that disagree on
// the place of an actor refuse the call with `wrongNode`.

/// The distributed actor system of a node.
///
/// It begins to work with ``run()``; calls made before wait for it. See ``ClusterActor`` for how to write an actor.
public final class ClusterActorSystem: DistributedActorSystem, Sendable {
    public typealias ActorID = Cluster.ActorID
    public typealias SerializationRequirement = any WireValue
    public typealias InvocationEncoder = CallEncoder
    public typealias InvocationDecoder = CallDecoder
    public typealias ResultHandler = CallResultHandler

    /// This node.
    public let node: NodeID
    /// This process among all that have run or will run the node.
    public let process: ProcessID
    /// The bounds and periods.
    public let settings: ClusterSettings
    /// The clock of deadlines and of idleness.
    public let clock: any ProtocolClock
    /// Where the system's tasks run, and on it the actors they call; nil for the global pool.
    public let executor: (any TaskExecutor)?

    let transport: any Transport
    let locator: ActorLocator
    let calls: CallTable
    let turns = CallTurns()
    let links: LinkTable
    let residents: Mutex<ResidentTable>
    let resigned = Mutex<[ActorID]>([])
    let factories = ActorFactories()
    let failures = FailureRegistry()
    let methodNames = MethodNames()
    let counters = ClusterCounters()
    let lifetime = SystemLifetime()
    let tasks: RunningTasks
    let boundActors = Atomic<UInt64>(0)

    /// Makes a system; nothing starts before ``run()``.
    ///
    /// - Parameters:
    ///   - node: This node's name.
    ///   - incarnation: A number that no earlier process of the node has had.
    ///   - transport: The way to other nodes.
    ///   - locator: Where virtual actors are; nil when all are on this node.
    ///   - executor: Where the system's tasks run; nil for the global pool.
    public init(
        node: NodeID,
        incarnation: Incarnation = .random(in: .min ... .max),
        transport: any Transport,
        locator: ActorLocator? = nil,
        clock: any ProtocolClock = SystemProtocolClock(),
        settings: ClusterSettings = ClusterSettings(),
        executor: (any TaskExecutor)? = nil
    ) {
        self.node = node
        process = ProcessID(node: node, incarnation: incarnation)
        self.transport = transport
        self.locator = locator ?? .always(node)
        self.clock = clock
        self.settings = settings
        self.executor = executor
        calls = CallTable(bound: settings.outstandingBound, now: clock.now)
        tasks = RunningTasks(on: executor)
        links = LinkTable(peerBound: settings.peerBound) { [counters] peer in
            Link(from: node, to: peer, over: transport, bound: settings.outboxBound, counters: counters)
        }
        residents = Mutex(
            ResidentTable(residentBound: settings.residentBound, mailboxBound: settings.mailboxBound))
    }

    /// Whether this node takes no calls any more.
    public var isStopped: Bool { lifetime.isStopped }

    /// What the system has done and what it holds now.
    public var figures: ClusterFigures {
        var figures = counters.current
        figures.outstanding = calls.count
        figures.residents = residents.withLock { $0.count }
        return figures
    }

    /// Makes virtual actors of a type available on this node; before ``run()``.
    ///
    /// - Parameters:
    ///   - idleAfter: How long an actor must have been idle to be let go of; nil for ``ClusterSettings/idleAfter``.
    ///   - activate: Makes the actor of a name when it is first called. Calls to it wait meanwhile. A
    ///     ``WireFailure`` or ``ClusterError`` it throws goes to their callers, and the next call tries again.
    public func register<Act: ClusterActor>(
        _ type: Act.Type,
        idleAfter: Duration? = nil,
        activate: @escaping @Sendable (_ name: String, _ system: ClusterActorSystem) async throws -> Act
    ) {
        let factory = ActorFactory(idleAfter: idleAfter ?? settings.idleAfter) { name, system in
            try await activate(name, system)
        }
        factories.register(factory, for: Act.kind)
    }

    /// Makes an error type known that methods throw to their callers as itself; before ``run()``.
    public func register(failure type: any WireFailure.Type) {
        failures.register(type)
    }
}
