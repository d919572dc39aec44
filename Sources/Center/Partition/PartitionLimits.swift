/// Bounds and paces of one partition's host.
public struct PartitionLimits: Sendable {
    /// The most appends under way at once, below `Succession.reach`: 1 for SQLite, which syncs one after another; more
    /// for a store that takes several.
    public var appendsInFlight = 1
    /// A record is closed once its payload has so many bytes; one command may reach beyond it.
    public var recordBytes = 262_144
    /// The most commands in one record.
    public var recordCommands = 512
    /// The most answers that wait for the journal at once; beyond it new work is refused as overloaded.
    public var waitingOutputs = 16_384
    /// The most bytes of events that wait to be appended.
    public var waitingBytes = 16_777_216
    /// The longest command that is taken on, in bytes as it would be written.
    public var commandBytes = 2_097_152
    /// How long a caller waits who states no other time.
    public var callTimeout: Duration = .seconds(10)
    /// The wait before a failed append is tried again, doubled at each failure up to `retryCeiling`.
    public var retryFloor: Duration = .milliseconds(50)
    /// The longest wait before a failed append is tried again.
    public var retryCeiling: Duration = .milliseconds(500)
    /// An append under way for longer counts as a stall: nothing falls due meanwhile.
    public var stallThreshold: Duration = .seconds(1)
    /// After so long without an append that succeeds, new work and reads are refused; until then they wait. Longer than
    /// JetStream takes to elect a leader.
    public var stallPatience: Duration = .seconds(10)
    /// The most by which deadlines are put off after a stall.
    public var stallAllowance: Duration = .seconds(30)
    /// The longest that a host which is told to end waits for what it has decided to be durable.
    public var drainLimit: Duration = .seconds(10)
    /// While the store is low on room, how often an empty record asks whether that has changed.
    public var roomProbe: Duration = .seconds(1)
    /// The least time between two rounds of what falls due.
    public var timerPace: Duration = .milliseconds(5)
    /// The least time between two looks for callers whose time is up.
    public var deadlinePace: Duration = .milliseconds(10)
    /// A snapshot is taken after so many records, or ``snapshotBytes``, whichever comes first.
    public var snapshotRecords = 20_000
    /// A snapshot is taken after records of so many bytes, or ``snapshotRecords``, whichever comes first.
    public var snapshotBytes = 67_108_864
    /// Where another node may have to read the journal, a snapshot is taken after so many records already, once they are
    /// half as long as the last snapshot.
    public var earlySnapshotRecords = 4_096
    /// How many of the latest notices are kept so that streams can be resumed.
    public var noticesKept = 65_536
    /// The most notices that wait for one stream's reader; beyond it the reader begins again from the whole state.
    public var noticesWaiting = 4_096
    /// The most letters for one other partition that are kept waiting; what finds no room is asked for again later.
    public var lettersWaiting = 16_384
    /// How long a check waits for the journal's other copies to catch up.
    public var copyPatience: Duration = .seconds(5)
    /// The pause between two looks at them.
    public var copyPace: Duration = .milliseconds(100)

    public init() {}
}
