public import Cluster
import Synchronization
import Wire

/// A journal in one JetStream stream, with its snapshots in a second: the cluster's journal.
///
/// The stream's sequences are the journal's. An append is one message that says which sequence the stream must end
/// with, so of all that write to a place one has it; nothing else keeps others out, and any number of processes may
/// have the same journal open. The order of appends that are under way together is the order of their calls.
///
/// What decides comes from the server that leads the stream: appends, the end, and which snapshots are whole. What is
/// known to be there, records up to that end and chunks of a snapshot, comes from any server that holds the stream,
/// and is believed by its place and checksum alone.
///
/// - With one replica the leader is the only server, and ``end()`` is exact. With several, a leader that was cut off
///   may go on answering for a while, so only an append shows that nobody took over (``Overtaking/seenInAppends``).
/// - An answer that does not come, the server's loss included, leaves an append's outcome unknown. "No responders" is
///   the server's word that nobody took the record: nothing was written.
/// - A stream is made when there is none. Its name is never used for another: a journal that is restored gets a stream of
///   the next generation, and the old one's last record names it; opening follows those records.
public final class JetStreamJournal: Journal {
    /// The oldest server whose replicated streams keep what they acknowledge.
    private static let leastVersion = "2.12.0"
    /// The oldest server that answers one request with many messages.
    private static let leastBatchVersion = "2.11.0"

    /// How long to wait for the reason of an append that was not answered.
    private static let diagnosisPatience: Duration = .seconds(1)

    private enum Phase {
        case fresh
        case open(JetStreamAPI)
        case closed
    }

    private struct State {
        var phase = Phase.fresh
        var ledger: RoomLedger
        /// Over how many servers the stream of records is replicated.
        var replicas: Int
        /// What the streams of the present generation are called.
        var names: JetStreamNames
        /// Whether the server answers one request with many messages.
        var readsBatches = true
    }

    let connection: NATSConnection
    let partition: PartitionID
    let options: JetStreamOptions
    private let whenWarned: @Sendable (String) -> Void
    private let clock = SystemProtocolClock()
    private let state: Mutex<State>

    /// The journal of `partition`, reached over `connection`.
    ///
    /// - Parameter whenWarned: Is told, at opening, what whoever runs the servers should know.
    public init(
        partition: PartitionID, connection: NATSConnection, options: JetStreamOptions,
        whenWarned: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.whenWarned = whenWarned
        self.connection = connection
        self.partition = partition
        self.options = options
        let lowWater = min(options.lowWaterBytes, options.journalBytes / 8)
        state = Mutex(
            State(
                ledger: RoomLedger(lowWater: lowWater), replicas: options.replicas,
                names: JetStreamNames(partition, options)))
    }

    /// What the streams are called.
    var names: JetStreamNames { state.withLock { $0.names } }

    /// Name of the stream of records.
    public var stream: String { names.records }

    public var overtaking: Overtaking { state.withLock { $0.replicas == 1 ? .seenInEnd : .seenInAppends } }

    public var medium: JournalMedium { .jetStream(replicas: state.withLock { $0.replicas }) }

    public func open() async throws(JournalError) -> JournalCondition {
        guard state.withLock({ if case .fresh = $0.phase { true } else { false } }) else {
            throw JournalError(.unavailable, "The journal was opened before; make a new one to open \(stream) again.")
        }
        try checkPayloadBound()
        let requests: NATSRequests
        do { requests = try await NATSRequests.open(on: connection) } catch {
            throw JournalError(.unavailable, "Stream \(stream) cannot be reached: \(error.message)", cause: error)
        }
        let api = JetStreamAPI(
            requests: requests, prefix: names.api, patience: options.timeout, lookPatience: options.lookTimeout)
        do {
            let condition = try await open(with: api)
            state.withLock { $0.phase = .open(api) }
            return condition
        } catch {
            requests.close()
            throw error
        }
    }

    public func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        try record.checkLength()
        let api = try usableAPI()
        let bytes = StoredRecord(record, at: record.follows.next).message
        let sequence: UInt64
        do throws(JetStreamFailure) {
            sequence = try await api.publish(
                bytes, to: names.recordSubject, of: stream, behind: record.follows.value,
                patience: options.appendTimeout)
        } catch {
            throw await explained(error.appendError(record, to: stream), api)
        }
        guard sequence == record.follows.value + 1 else {
            throw JournalError(
                .unknown,
                "Stream \(stream) gave place \(sequence) to a record that was to follow \(record.follows). Read the "
                    + "journal's end before anything else.")
        }
        let wantsLook = state.withLock { $0.ledger.appended(bytes.count, now: clock.now) }
        if wantsLook { await lookAtRoom(api) }
        return JournalReceipt(sequence: JournalSequence(sequence), room: room)
    }

    public func end() async throws(JournalError) -> JournalSequence {
        let info = try await recordInfo(try usableAPI())
        guard info.isOfMajority else { throw cutOff() }
        return info.last
    }

    public func trim(through sequence: JournalSequence) async throws(JournalError) {
        let api = try usableAPI()
        let info = try await recordInfo(api)
        let through = min(sequence, info.last)
        if through > info.trimmed {
            do throws(JetStreamFailure) {
                try await api.purge(stream, before: through.value + 1)
            } catch {
                throw error.error("trimming", stream)
            }
        }
        try await letGoOfSnapshots(olderThan: sequence, api)
        await lookAtRoom(api)
    }

    public func close() async {
        let api: JetStreamAPI? = state.withLock { state in
            defer { state.phase = .closed }
            if case .open(let api) = state.phase { return api }
            return nil
        }
        api?.requests.close()
    }

    /// Whether the server answers one request with many messages; without that records are read one by one.
    var readsBatches: Bool { state.withLock { $0.readsBatches } }

    /// How to reach JetStream.
    ///
    /// - Throws: ``JournalError`` with `unavailable` unless the journal is open.
    func usableAPI() throws(JournalError) -> JetStreamAPI {
        let api: JetStreamAPI? = state.withLock { if case .open(let api) = $0.phase { api } else { nil } }
        guard let api else { throw JournalError(.unavailable, "The journal \(stream) is not open; nothing was done.") }
        return api
    }

    /// What the stream of records is and holds, as its leader says.
    func recordInfo(_ api: JetStreamAPI) async throws(JournalError) -> StreamInfo {
        do throws(JetStreamFailure) { return try await api.info(stream) } catch {
            throw error.error("looking at", stream)
        }
    }

    func cutOff() -> JournalError {
        JournalError(
            .unavailable,
            "\(JetStreamFailure.noQuorum(stream)) The word of that server does not count.")
    }

    /// An unknown outcome with its reason, if that is that most replicas are out of reach.
    private func explained(_ error: JournalError, _ api: JetStreamAPI) async -> JournalError {
        guard error.code == .unknown, overtaking == .seenInAppends, await isWithoutQuorum(api) else { return error }
        return JournalError(
            .unknown,
            "\(JetStreamFailure.noQuorum(stream)) It is not known whether the record is in it. Read the journal's end before "
                + "anything else.", cause: error)
    }

    /// Whether whoever answers for the stream says that most of its servers are out of reach; false without an answer.
    private func isWithoutQuorum(_ api: JetStreamAPI) async -> Bool {
        let hasty = JetStreamAPI(
            requests: api.requests, prefix: api.prefix, patience: Self.diagnosisPatience,
            lookPatience: Self.diagnosisPatience)
        do throws(JetStreamFailure) { return try await !hasty.info(stream).isOfMajority } catch {
            if case .refused(let refusal) = error { return refusal.number == JetStreamRefusal.noCluster }
            return false
        }
    }

    private var room: JournalRoom { state.withLock { $0.ledger.room } }

    private func open(with api: JetStreamAPI) async throws(JournalError) -> JournalCondition {
        var generation = options.generation
        try await checkGenerations(api)
        var found = try await openStreams(generation, api)
        while let next = try await succession(of: found, api)?.generation, next > generation {
            guard try await isThere(next, api) else { throw lacksSuccessor(next) }
            generation = next
            found = try await openStreams(generation, api)
        }
        let version = found.config.serverVersion
        try checkVersion(version)
        state.withLock { state in
            state.replicas = found.config.replicas
            state.readsBatches = ServerVersion.isAtLeast(Self.leastBatchVersion, version)
        }
        let newest = try await storedSnapshots(api).first
        let info = try await recordInfo(api)
        await lookAtRoom(api)
        let damage = newest.flatMap { $0.sequence > info.last ? missing(info.last, before: $0) : nil }
        return JournalCondition(
            trimmed: info.trimmed, last: info.last, damage: damage, room: room, generation: generation)
    }

    /// Finds or makes the two streams of a generation.
    private func openStreams(_ generation: Int, _ api: JetStreamAPI) async throws(JournalError) -> StreamInfo {
        let names = names(generation)
        state.withLock { $0.names = names }
        try await checkStream(wantedSnapshots(generation), api)
        return try await checkStream(wantedRecords(generation), api)
    }

    /// Where the journal goes on, when one of its last records says so. What strangers wrote behind that is looked past,
    /// and so is what an owner had under way when it was deposed: neither seals nor unseals anything. What is damaged is
    /// told when it is read.
    private func succession(of info: StreamInfo, _ api: JetStreamAPI) async throws(JournalError) -> Succession? {
        var place = info.last
        var records = 0
        while place > info.trimmed, records < Succession.reach {
            let message: FoundMessage?
            do throws(JetStreamFailure) { message = try await api.message(of: stream, at: place.value) } catch {
                throw error.error("opening", stream)
            }
            if let message, message.isConditional {
                let record = try? StoredRecord(message: message.bytes, at: place).record()
                if let succession = record?.succession { return succession }
                records += 1
            }
            place = JournalSequence(place.value - 1)
        }
        return nil
    }

    /// Makes sure that a journal that is to be new is not there, and that one is not begun anew whose successor is there:
    /// its streams were deleted, and what they said of the successor with them.
    private func checkGenerations(_ api: JetStreamAPI) async throws(JournalError) {
        let isFound = try await isThere(options.generation, api)
        if options.beginsBehind != nil, isFound {
            throw JournalError(
                .conflict, "There is a stream \(stream) already; a new one takes the next generation.")
        }
        guard options.beginsBehind == nil, !isFound, try await isThere(options.generation + 1, api) else { return }
        throw JournalError(
            .unavailable,
            "There is no stream \(stream), though there is the one that took its place: it was deleted, and nothing says "
                + "any more where \(partition) goes on. Put it back, or delete every stream of \(partition) and restore a "
                + "backup.")
    }

    /// Whether either stream of a generation is there.
    private func isThere(_ generation: Int, _ api: JetStreamAPI) async throws(JournalError) -> Bool {
        let names = names(generation)
        for name in [names.records, names.snapshots] {
            do throws(JetStreamFailure) {
                _ = try await api.info(name)
                return true
            } catch {
                if case .refused(let refusal) = error, refusal.number == JetStreamRefusal.noStream { continue }
                throw error.error("opening", name)
            }
        }
        return false
    }

    private func lacksSuccessor(_ generation: Int) -> JournalError {
        JournalError(
            .unavailable,
            "The stream \(stream) is sealed and says that \(partition) goes on in \(names(generation).records), which is "
                + "not there. Put it back, or delete every stream of \(partition) and restore a backup.")
    }

    private func names(_ generation: Int) -> JetStreamNames {
        var options = options
        options.generation = generation
        return JetStreamNames(partition, options)
    }

    private func missing(_ last: JournalSequence, before snapshot: SnapshotReference) -> String {
        "A snapshot at sequence \(snapshot.sequence) is newer than the journal's end at \(last): records up to "
            + "\(snapshot.sequence) had been confirmed and are lost."
    }

    private func wantedRecords(_ generation: Int) -> StreamConfiguration {
        var wanted = StreamConfiguration(
            name: names.records, subject: names.recordSubject, replicas: options.replicas,
            maximumBytes: options.journalBytes, deniesDelete: true, description: description(generation))
        wanted.firstSequence = options.beginsBehind.map { $0.next.value }
        return wanted
    }

    private func wantedSnapshots(_ generation: Int) -> StreamConfiguration {
        StreamConfiguration(
            name: names.snapshots, subject: names.snapshotSubject + ".>", replicas: options.replicas,
            maximumBytes: options.snapshotBytes, maximumPerSubject: 1, deniesDelete: false,
            description: description(generation))
    }

    private func description(_ generation: Int) -> String {
        "Sundial: journal \(generation) of partition \(partition) in cluster \(options.cluster)"
    }

    /// Finds a stream, or makes it, and checks that it is what it should be.
    @discardableResult
    private func checkStream(
        _ wanted: StreamConfiguration, _ api: JetStreamAPI
    ) async throws(JournalError) -> StreamInfo {
        let found: StreamInfo
        do throws(JetStreamFailure) { found = try await findOrMake(wanted, api) } catch {
            throw error.error("opening", wanted.name)
        }
        if let objection = found.config.objection(to: wanted) {
            throw JournalError(
                .unavailable,
                "The stream \(wanted.name) cannot be the journal of \(partition): \(objection). Choose another cluster "
                    + "name or generation.")
        }
        return found
    }

    private func findOrMake(
        _ wanted: StreamConfiguration, _ api: JetStreamAPI
    ) async throws(JetStreamFailure) -> StreamInfo {
        do throws(JetStreamFailure) { return try await api.info(wanted.name) } catch {
            guard case .refused(let refusal) = error, refusal.number == JetStreamRefusal.noStream else { throw error }
        }
        do throws(JetStreamFailure) { return try await api.create(wanted) } catch {
            guard case .refused(let refusal) = error, refusal.number == JetStreamRefusal.nameInUse else { throw error }
            return try await api.info(wanted.name)
        }
    }

    private func checkPayloadBound() throws(JournalError) {
        let least = JournalRecord.payloadBound + 65_536
        let bound = connection.payloadBound
        guard bound > 0 else {
            throw JournalError(.unavailable, "No NATS server of \(connection.options.places) can be reached now.")
        }
        guard bound >= least else {
            throw JournalError(
                .unavailable,
                "The NATS servers \(connection.options.places) take messages of \(bound) bytes; a journal needs "
                    + "\(least). Set max_payload: 8MB in their configuration.")
        }
    }

    /// What is to be said of a server of this version; nil when it is new enough.
    static func objection(to version: String?) -> String? {
        guard !ServerVersion.isAtLeast(leastVersion, version) else { return nil }
        return "The NATS server has version \(version ?? "below 2.11"); before \(leastVersion) a replicated stream can "
            + "lose what it has acknowledged when servers are killed. Upgrade nats-server."
    }

    private func checkVersion(_ version: String?) throws(JournalError) {
        guard let text = Self.objection(to: version) else { return }
        guard !options.production else { throw JournalError(.unavailable, text) }
        whenWarned(text)
    }

    /// Finds out how much room there is; without an answer the last figure stays.
    private func lookAtRoom(_ api: JetStreamAPI) async {
        guard let info = try? await api.info(stream) else { return }
        let account = try? await api.account()
        let free = min(info.config.maximumBytes - info.state.bytes, account?.free ?? .max)
        state.withLock { $0.ledger.looked(free: free, now: clock.now) }
    }
}
