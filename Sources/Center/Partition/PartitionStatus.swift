public import Cluster
public import ContactCenter

/// How a partition is doing at one instant.
public struct PartitionStatus: Hashable, Sendable {
    /// What its host is doing.
    public enum Phase: UInt8, CaseIterable, Sendable {
        case stopped, recovering, serving
        /// Appends fail, and new work is refused until they do not.
        case stalled
        /// It is told to end: it refuses what is new, and ends once everything it has decided is durable.
        case draining

        /// Its name in API and command line.
        public var name: String {
            switch self {
            case .stopped: "stopped"
            case .recovering: "recovering"
            case .serving: "serving"
            case .stalled: "stalled"
            case .draining: "draining"
            }
        }
    }

    /// The partition.
    public var partition: PartitionID
    /// What its host is doing.
    public var phase: Phase
    /// The epoch in which it is owned.
    public var epoch: Epoch
    /// The last record known to be durable.
    public var position: JournalSequence
    /// Records that are decided on and not yet durable.
    public var waitingRecords: Int
    /// Answers that wait for them.
    public var waitingOutputs: Int
    /// Contacts that have not ended.
    public var liveContacts: Int
    /// Number of the configuration that is decided on, from 1; 0 before the first, nil while the partition is not
    /// served.
    public var configurationVersion: Int?
    /// What the journal's records are written to.
    public var medium: JournalMedium
    /// How much room the journal's store has left.
    public var room: JournalRoom
    /// The last snapshot that counts; nil before the first.
    public var snapshot: JournalSequence?
    /// Business time, as the floor has it.
    public var time: Timestamp
    /// Streams of notices that are open.
    public var streams: Int
    /// How long its commits took and how much they held.
    public var commits: CommitFigures
    /// What was found when it was taken over.
    public var recovery: RecoveryReport

    public init(
        partition: PartitionID, phase: Phase, epoch: Epoch, position: JournalSequence, waitingRecords: Int,
        waitingOutputs: Int, liveContacts: Int, configurationVersion: Int?, medium: JournalMedium, room: JournalRoom,
        snapshot: JournalSequence?, time: Timestamp, streams: Int, commits: CommitFigures, recovery: RecoveryReport
    ) {
        self.partition = partition
        self.phase = phase
        self.epoch = epoch
        self.position = position
        self.waitingRecords = waitingRecords
        self.waitingOutputs = waitingOutputs
        self.liveContacts = liveContacts
        self.configurationVersion = configurationVersion
        self.medium = medium
        self.room = room
        self.snapshot = snapshot
        self.time = time
        self.streams = streams
        self.commits = commits
        self.recovery = recovery
    }
}
