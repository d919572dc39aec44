import ContactCenter
import GatewayClient
import History
import NIOCore
import NIOPosix
import Wire

/// Plays a scenario against a center through its API.
///
/// Everything happens on one event loop, whose executor is this actor's: the answers of connections, the events of
/// streams and the timers call straight into it. A task for each agent or contact would cost more than the center.
///
/// The loop is open: when a contact comes in is decided by the seed alone, latency counts from that intended time, and
/// an arrival that finds every connection busy is sent late, counted as such, and never left out.
actor LoadRun {
    nonisolated let loop: any EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

    let scenario: Scenario
    let options: RunOptions
    let client: GatewayClient
    let center: CenterInUse
    let sites: CenterSites
    let recorder: HistoryWriter?
    let origin: NIODeadline

    var arrivals: ArrivalSource
    var random: SeededGenerator
    var nextArrival: PlannedContact?
    /// When the arrivals began, in microseconds of the run.
    var arrivalsBegan: Int64 = 0
    var isArriving = false
    /// How many contacts are kept alive in the search for the most; 0 otherwise.
    var outstanding = 0

    var lives: [ContactLife] = []
    var lifePlaces: [UInt64: Int] = [:]
    var liveCount = 0
    var agents: [PlayedAgent] = []
    /// Contacts that were offered before their opening was acknowledged.
    var earlyContacts: [UInt64: EarlyContact] = [:]
    var connectorWriter: RequestWriter

    var pool: ConnectionPool
    var nodes: NodesInUse
    /// Whether nothing but reads is sent: the center is being looked at.
    var isResting = false
    var restingTimers: [Timed] = []
    var isClosing = false
    var number: UInt64 = 0
    var measures = RunMeasures()
    var waiter: Waiter?
    var waiterCount = 0
    var failure: HarnessError?
    var progress: ProgressDisplay
    var readsUnderWay = 0
    /// When each partition accepted new contacts, while somebody wants to know; nil otherwise.
    var acceptances: [UInt16: [Int64]]?
    var phase = "setting up"

    /// A step of the run that waits for something to become so.
    struct Waiter {
        let number: Int
        let condition: @Sendable (isolated LoadRun) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    init(
        _ scenario: Scenario, _ options: RunOptions, client: GatewayClient, center: CenterInUse, sites: CenterSites,
        recorder: HistoryWriter?, arrivals: ArrivalSource, writers: AgentWriters, loop: any EventLoop
    ) {
        self.scenario = scenario
        self.options = options
        self.client = client
        self.center = center
        self.sites = sites
        self.recorder = recorder
        self.loop = loop
        self.arrivals = arrivals
        origin = .now()
        random = SeededGenerator(seed: scenario.seed &+ 1)
        connectorWriter = writers.connector
        let nodes = NodesInUse(sites: sites.targets, preferred: options.staysNear ? sites.owners : [])
        agents = writers.agents.enumerated().map { place, agent in
            let near = nodes.nodes(of: sites.site(of: agent.id) ?? "")
            return PlayedAgent(id: agent.id, writer: agent.writer, node: near[place % near.count])
        }
        self.nodes = nodes
        pool = ConnectionPool(
            bound: scenario.connections * sites.targets.count / nodes.preferred.count, nodes: sites.targets.count)
        progress = ProgressDisplay(isShown: options.showsProgress, name: scenario.name)
        measures.groups = Array(repeating: GroupCounts(), count: options.trace?.groupCount ?? 1)
    }

    /// Microseconds since the run began.
    var now: Int64 { (NIODeadline.now() - origin).nanoseconds / 1_000 }

    /// Business time, as far as the harness can tell, for the ids of commands.
    var businessTime: Timestamp { center.clock.time(after: now) }

    /// So many microseconds of business time in microseconds of the run.
    func scaled(_ microseconds: Int64) -> Int64 { Int64(Double(microseconds) / center.clock.rate) }

    /// Lets something happen in so many microseconds of the run.
    func after(_ microseconds: Int64, _ timed: Timed) {
        loop.scheduleTask(in: .microseconds(max(0, microseconds))) { [self] in
            assumeIsolated { $0.fire(timed) }
        }
    }

    func record(_ event: HistoryEntry.Event) {
        guard let recorder else { return }
        do throws(HistoryError) {
            try recorder.record(HistoryEntry(time: now, event: event))
        } catch {
            failure = HarnessError(.file, error.message, cause: error)
        }
    }

    /// Waits until a condition holds or so many microseconds have passed, whichever is first.
    func wait(
        atMost limit: Int64?, until condition: @escaping @Sendable (isolated LoadRun) -> Bool
    ) async throws(HarnessError) {
        if condition(self) { return }
        waiterCount += 1
        let number = waiterCount
        if let limit { after(limit, .limit(number)) }
        await withCheckedContinuation { continuation in
            waiter = Waiter(number: number, condition: condition, continuation: continuation)
        }
        if let failure { throw failure }
    }

    /// Resumes the step that waits, if what it waits for is so.
    func checkWaiter() {
        guard let waiting = waiter, failure != nil || waiting.condition(self) else { return }
        waiter = nil
        waiting.continuation.resume()
    }

    private func fire(_ timed: Timed) {
        defer { checkWaiter() }
        switch timed {
        case .second: return eachSecond()
        case .limit(let number):
            guard let waiting = waiter, waiting.number == number else { return }
            waiter = nil
            waiting.continuation.resume()
            return
        case .reconnect(let connection): return reconnect(connection)
        case .openStream(let agent): return openStream(agent)
        default: break
        }
        guard !isResting else {
            restingTimers.append(timed)
            return
        }
        carryOut(timed)
    }

    func carryOut(_ timed: Timed) {
        switch timed {
        case .arrivals: arrive()
        case .answer(let agent, let offer, let contact, let isAccepted):
            answer(agent, offer, contact, isAccepted: isAccepted)
        case .complete(let agent, let contact): complete(agent, contact)
        case .finishWrapUp(let agent, let contact): finishWrapUp(agent, contact)
        case .patience(let life): losePatience(life)
        case .available(let agent): becomeAvailable(agent)
        case .shift(let agent, let begins): shift(agent, begins: begins)
        case .again(let call): send(call)
        case .second, .limit, .reconnect, .openStream: break
        }
    }

    private func eachSecond() {
        guard !isClosing else { return }
        after(1_000_000, .second)
        progress.show(
            phase: phase, seconds: now / 1_000_000, counts: measures.counts, live: liveCount,
            routing: measures.arrivalToOffer.figures)
    }
}
