public import Cluster
import ContactCenter
public import Logging
public import ServiceLifecycle

/// The owner of one partition: handles commands against its floor one after another, and makes them durable.
///
/// A command is handled in memory at once; nothing waits for the disk before it is handled. What it came to gathers
/// in the open batch of the ``CommitLog`` while earlier appends are under way. Its answer, and everything else that
/// leaves the host, waits in ``PendingOutputs`` until the place of the journal at which it was computed is durable: a
/// refusal, a read, or the answer to a repeated command as well, for each may rest on a decision that is not durable
/// yet and could still be lost. Where others can write the journal too, an output also waits until it is known that
/// nobody had taken the partition over when it was computed (``Currency``).
///
/// What can go wrong, and what is done:
/// - an append fails for want of room: the same record is tried again until there is room; new work is refused;
/// - it cannot be known whether an append happened: the journal's tail is read, and tells;
/// - the tail shows another owner: the floor is thrown away, nothing more is released, ``run()`` throws;
/// - the journal ends before what was once confirmed: data was lost; ``run()`` throws rather than go on without it.
///
/// The host starts nothing by itself: everything runs in child tasks of ``run()``, and all time comes from the two
/// clocks it is given.
public actor PartitionHost: Service {
    /// The partition that is owned.
    public nonisolated let partition: PartitionID
    /// Names this start of the host.
    public nonisolated let incarnation: Incarnation
    nonisolated let limits: PartitionLimits
    nonisolated let journal: any Journal
    nonisolated let businessClock: any BusinessClock
    nonisolated let clock: any ProtocolClock
    nonisolated let logger: Logger
    nonisolated let recovery: PartitionRecovery
    /// Answers questions about the partition's past.
    public nonisolated let replay: JournalReplay
    private nonisolated let executor: (any SerialExecutor)?
    /// Whether somebody else decides where everything runs, as a simulation does.
    nonisolated var runsElsewhere: Bool { executor != nil }
    private nonisolated let ownExecutor = DefaultExecution()

    var phase = PartitionStatus.Phase.stopped
    /// Why the host does not serve; nil while it does.
    var closure: CenterError? = PartitionHost.notStarted
    var floor: Floor
    var output = FloorOutput(supervised: true)
    var commit: CommitLog
    var outputs = PendingOutputs()
    var currency = Currency()
    var hub: NoticeHub
    /// How many notices the open record has so far, and which record that is.
    var noticeCount = NoticePosition.start
    var ids: CommandIDSource
    var report = RecoveryReport()
    var room = JournalRoom.plenty
    /// Since when appends fail; nil while they do not.
    var stall: Stall?
    /// While the store is low on room, when it may be asked again whether that has changed.
    var nextProbe: Duration = .zero
    /// Nothing falls due before this instant: deadlines are put off by the time that a stall took.
    var dueHold = Timestamp(microseconds: .min)
    /// When the timer is set to go off; nil while it waits for there to be a deadline.
    var timerTarget: Timestamp?
    var earliestDeadline: Duration?
    var snapshots: SnapshotPace
    var isRepairing = false
    private var isOver = false
    /// Why the partition was given up; nil while it is not, or when the host was told to end.
    private var failure: CenterError?
    /// Whether another is known to own the partition.
    var isOvertaken = false
    var starters: [OutputWaiter] = []
    /// Whether everything was read that the owner before had written, and who waits for that.
    var isCaughtUp = false
    var heirs: [OutputWaiter] = []
    /// Accepts that another partition decides on, each with the callers who wait for its word.
    var forwarded = ForwardedAccepts()
    /// When each summary that the floor knows was heard, by the number of its partition.
    var learned: [UInt16: Duration] = [:]
    /// What the floor owes other partitions and may leave.
    nonisolated let letters: LetterBox
    nonisolated let commitSignal = Signal()
    nonisolated let lookSignal = Signal()
    nonisolated let progressSignal = Signal()
    nonisolated let snapshotProgress = Signal()
    nonisolated let timerSignal = Signal()
    nonisolated let deadlineSignal = Signal()
    nonisolated let snapshotSignal = Signal()
    nonisolated let endSignal = Signal()
    nonisolated let wordSignal = Signal()
    nonisolated let summarySignal = Signal()

    /// - Parameters:
    ///   - floorNumber: The number that is part of every id the partition gives out; unique in the cluster.
    ///   - incarnation: A random number, new at every start.
    ///   - executor: Where the host runs; nil for the system's own threads.
    public init(
        partition: PartitionID, floorNumber: UInt16, incarnation: Incarnation, journal: any Journal,
        limits: PartitionLimits = PartitionLimits(), businessClock: any BusinessClock, clock: any ProtocolClock,
        executor: (any SerialExecutor)? = nil, logger: Logger
    ) {
        self.partition = partition
        self.incarnation = incarnation
        self.limits = limits
        self.journal = journal
        self.businessClock = businessClock
        self.clock = clock
        self.executor = executor
        self.logger = logger
        recovery = PartitionRecovery(
            partition: partition, floorNumber: floorNumber, journal: journal, limits: limits)
        replay = JournalReplay(partition: partition, floorNumber: floorNumber, journal: journal)
        floor = Floor(partition: floorNumber)
        commit = CommitLog(fence: Fence(partition: partition), incarnation: incarnation, limits: limits)
        hub = NoticeHub(
            log: NoticeLog(capacity: limits.noticesKept, after: .start), bound: limits.noticesWaiting)
        letters = LetterBox(bound: limits.lettersWaiting)
        ids = CommandIDSource(seed: incarnation)
        snapshots = SnapshotPace(limits: limits)
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor?.asUnownedSerialExecutor() ?? ownExecutor.unownedExecutor
    }

    /// Recovers the partition, takes it over, and serves it until a graceful shutdown begins or the task is
    /// cancelled.
    ///
    /// To be called once. When it returns or throws, every caller has been answered and the journal is closed. On a
    /// graceful shutdown it first refuses what is new and makes durable what it has decided; cancelled, it ends at
    /// once, and leaves open what became of that. Having given the partition up it says why, cancelled or not.
    ///
    /// - Throws: ``CenterError`` with `movedAway` when another owner took over, `dataLoss` when the journal has lost
    ///   what it confirmed, `unavailable` when it cannot be opened or read.
    public func run() async throws {
        try await withGracefulShutdownHandler {
            try await run(asHeir: false)
        } onGracefulShutdown: {
            self.handOver()
        }
    }

    /// Does what ``run()`` does, and goes on whatever shutdown begins until it is told to hand over: its owner has heirs
    /// to wait for. An heir takes the partition over only when it is told to by ``takeOver()``: until then another owns
    /// it, and this host has read what that one has written.
    public func run(asHeir isHeir: Bool) async throws {
        do {
            try await recover(asHeir: isHeir)
            try await serve()
        } catch {
            if !isOver, !Task.isCancelled, !(error is CancellationError) {
                _ = give(up: error as? CenterError ?? Self.failed(error))
            }
            stop(Self.ended)
            await journal.close()
            if let failure { throw failure }
        }
    }

    /// Returns once the partition is served.
    ///
    /// - Throws: ``CenterError`` when it ends before, or the task is cancelled.
    public func waitUntilServing() async throws(CenterError) {
        if closure == nil { return }
        if isOver, let closure { throw closure }
        let waiter = makeWaiter(nil)
        starters.append(waiter)
        try await waiter.wait()
    }

    /// Returns once an heir has read everything that the owner had written when it began to.
    ///
    /// - Throws: ``CenterError`` when it ends before, or the task is cancelled.
    public func waitUntilCaughtUp() async throws(CenterError) {
        if isCaughtUp { return }
        if isOver, let closure { throw closure }
        let waiter = makeWaiter(nil)
        heirs.append(waiter)
        try await waiter.wait()
    }

    /// Tells an heir to take the partition over, which has no owner any more. Returns at once.
    public nonisolated func takeOver() {
        wordSignal.raise()
    }

    /// How the partition is doing; answered at once, whatever waits for the journal.
    public func status() -> PartitionStatus {
        PartitionStatus(
            partition: partition, phase: shownPhase, epoch: commit.fence.epoch, position: commit.confirmed,
            waitingRecords: commit.waitingRecords, waitingOutputs: callerCount,
            liveContacts: floor.figures.live,
            configurationVersion: phase == .serving || phase == .draining ? floor.configurationVersion : nil,
            medium: journal.medium, room: room, snapshot: snapshots.latest?.sequence, time: businessNow(),
            streams: hub.count, commits: commit.figures, recovery: report)
    }

    private var shownPhase: PartitionStatus.Phase { stall == nil || phase == .draining ? phase : .stalled }

    private func serve() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for _ in 0..<limits.appendsInFlight {
                group.addTask { try await self.commitRecords() }
            }
            if journal.overtaking != .impossible { group.addTask { try await self.lookForOthers() } }
            group.addTask { try await self.begin() }
            group.addTask { try await self.keepDeadlines() }
            group.addTask { try await self.takeSnapshots() }
            group.addTask { try await self.endWhenAsked() }
        }
    }

    /// Waits for the takeover to be durable, then opens the doors and keeps time.
    private func begin() async throws {
        let takeover = commit.position
        while commit.confirmed < takeover { try await progressSignal.wait() }
        guard phase == .recovering else { return }
        phase = .serving
        closure = nil
        logger.info(
            "partition taken over",
            metadata: ["partition": "\(partition)", "epoch": "\(commit.fence.epoch)", "position": "\(takeover)"])
        for starter in starters { starter.answer(.success(())) }
        starters = []
        detachStreams()
        if journal.overtaking != .impossible { floor.loseSight() }
        floor.letterPace = max(1, Int64(businessClock.rate.rounded()))
        if floor.figures.offered > 0 || !floor.guestsInHand.isEmpty { putOff(since: floor.lastTime) }
        try await keepTime()
    }

    /// Ends everything at once, before anything else can be released; what it returns is to be thrown.
    func give(up error: CenterError) -> CenterError {
        if !isOver { failure = error }
        stop(error)
        return error
    }

    /// Ends everything: the floor is thrown away, and nothing that was not durable is released.
    func stop(_ error: CenterError) {
        guard !isOver else { return }
        var metadata: Logger.Metadata = ["partition": "\(partition)"]
        // An orderly end leaves nobody in doubt, and needs no reason.
        if failure != nil || !outputs.isEmpty {
            metadata["code"] = "\(error.code)"
            metadata["reason"] = "\(error.message)"
        }
        isOver = true
        phase = .stopped
        closure = error
        floor = Floor(partition: floor.partition)
        output = FloorOutput()
        for case .answer(let waiter) in outputs.removeAll() { waiter.answer(.failure(error)) }
        for waiter in starters + heirs + forwarded.waiters { waiter.answer(.failure(error)) }
        starters = []
        heirs = []
        forwarded = ForwardedAccepts()
        hub.endAll(error)
        logger.notice("partition not served any more", metadata: metadata)
    }
}

/// Lends its serial executor, the system's own, to an actor that was given none.
private actor DefaultExecution {}
