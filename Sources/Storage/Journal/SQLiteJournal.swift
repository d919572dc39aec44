public import Cluster
import Foundation
import Synchronization

/// A journal in one SQLite file: the embedded default, for one node and no server.
///
/// One file holds one partition. It is held by an exclusive lock on `PATH.lock`, which names the process; another
/// process gets ``JournalError/Code/locked``. A commit is one fsync of SQLite's write-ahead file; appends that are
/// under way together share it. Nothing blocks the caller's thread.
///
/// - A journal that was restored goes on in a file of its own; the last record of the one before says so, and opening
///   follows it.
/// - A damaged end is cut off at opening, after it was written to a file beside the journal, and
///   ``JournalCondition/damage`` says what was found. Damage in the middle is an error, and nothing is changed.
/// - On a full disk an append throws ``JournalError/Code/full`` and has written nothing; what is stored stays, and
///   the next append goes through as soon as there is room.
/// - Storing, reading and trimming in bulk are cut into short steps, between which appends go on.
public final class SQLiteJournal: Journal {
    private let partition: PartitionID
    private let options: SQLiteJournalOptions
    private let inbox = AppendInbox()
    private let present: Mutex<JournalFile>

    /// The journal of `partition` in the file at `path`, whose directory exists.
    ///
    /// - Parameter path: Where the partition's first journal is; those that took its place lie beside it (see
    ///   ``path(_:generation:)``), and opening finds the present one.
    public init(partition: PartitionID, path: String, options: SQLiteJournalOptions = SQLiteJournalOptions()) {
        self.partition = partition
        self.options = options
        present = Mutex(JournalFile(partition: partition, path: path, options: options, inbox: inbox))
    }

    /// Path of the file.
    public var path: String { file.path }

    private var file: JournalFile { present.withLock { $0 } }

    /// Where a partition's journal of a generation is: `home.0.sqlite`, `home.0-2.sqlite`, `home.0-3.sqlite` …
    public static func path(_ path: String, generation: Int) -> String {
        guard generation > 1 else { return path }
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "\(path)-\(generation)" }
        return "\(path.dropLast(name[dot...].count))-\(generation)\(name[dot...])"
    }

    public var overtaking: Overtaking { .impossible }

    public var medium: JournalMedium { .sqlite }

    public func open() async throws(JournalError) -> JournalCondition {
        let first = path
        var generation = 1
        try checkThatItWasNotRemoved(first)
        while true {
            let condition = try await file.open()
            guard let next = try await file.succession()?.generation, next > generation else {
                return JournalCondition(
                    trimmed: condition.trimmed, last: condition.last, damage: condition.damage, room: condition.room,
                    generation: generation)
            }
            await file.close()
            generation = next
            let path = Self.path(first, generation: next)
            guard FileManager.default.fileExists(atPath: path) else {
                throw JournalError(
                    .unavailable,
                    "The journal \(self.path) is sealed and says that \(partition) goes on in \(path), which is not there. "
                        + "Put it back, or move every journal of \(partition) away and restore a backup.")
            }
            present.withLock {
                $0 = JournalFile(partition: partition, path: path, options: options, inbox: inbox)
            }
        }
    }

    /// A first journal that is missing is not begun anew while the one that took its place is there.
    private func checkThatItWasNotRemoved(_ first: String) throws(JournalError) {
        let second = Self.path(first, generation: 2)
        guard options.beginsBehind == nil, !FileManager.default.fileExists(atPath: first),
            FileManager.default.fileExists(atPath: second)
        else { return }
        throw JournalError(
            .unavailable,
            "There is no journal \(first), though there is \(second) that took its place: nothing says any more where "
                + "\(partition) goes on. Put it back, or move every journal of \(partition) away and restore a backup.")
    }

    public func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        try record.checkLength()
        let ticket = AppendTicket(record)
        try inbox.add(ticket)
        return try await file.commit(through: ticket)
    }

    public func read(
        after sequence: JournalSequence, upTo bytes: Int
    ) async throws(JournalError) -> [JournalEntry] {
        try await file.read(after: sequence, upTo: bytes)
    }

    public func end() async throws(JournalError) -> JournalSequence {
        try await file.end()
    }

    public func store(_ snapshot: Snapshot) async throws(JournalError) {
        let reference = snapshot.reference
        let doing = "storing a snapshot"
        let number = try await file.withDatabase(doing: doing) { try $0.beginSnapshot(reference) }
        do {
            for (index, chunk) in snapshot.chunks.enumerated() {
                try await file.withDatabase(doing: doing) { try $0.storeChunk(chunk, number: index, of: number) }
            }
            try await file.withDatabase(doing: doing) { try $0.finishSnapshot(number) }
        } catch {
            await discard(snapshot: number)
            throw error
        }
        try await removeUnwantedChunks()
    }

    public func snapshots() async throws(JournalError) -> [SnapshotReference] {
        try await file.withDatabase(doing: "listing snapshots") { try $0.snapshots() }
    }

    public func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot {
        let doing = "reading a snapshot"
        let number = try await file.withDatabase(doing: doing) { try $0.snapshotNumber(reference) }
        guard let number else { throw JournalError.noSnapshot(reference) }
        var chunks: [[UInt8]] = []
        for index in 0..<reference.chunkCount {
            chunks.append(
                try await file.withDatabase(doing: doing) { database in
                    try SnapshotChunk.read(index, of: reference, number: number, from: database)
                })
        }
        return try Snapshot(reference: reference, chunks: chunks)
    }

    public func trim(through sequence: JournalSequence) async throws(JournalError) {
        while try await file.trimSome(through: sequence) {}
        try await file.withDatabase(doing: "trimming") { try $0.letGoOfSnapshots(olderThan: sequence) }
        try await removeUnwantedChunks()
        try await file.withDatabase(doing: "trimming") { try $0.releaseFreePages() }
    }

    public func inspect() async throws(JournalError) -> JournalInspection {
        let faults = try await file.withDatabase(doing: "checking it") { try $0.structuralFaults() }
        return JournalInspection(
            place: "file \(path)", faults: faults.map { "SQLite finds the file \(path) damaged: \($0)." })
    }

    public func close() async {
        await file.close()
    }

    private func removeUnwantedChunks() async throws(JournalError) {
        while try await file.withDatabase(doing: "removing a snapshot", { try $0.removeUnwantedChunks() }) {}
    }

    /// Lets go of a snapshot that could not be stored; where even that fails, the next opening does it.
    private func discard(snapshot number: Int64) async {
        try? await file.withDatabase(doing: "removing a snapshot") { try $0.letGoOfSnapshot(number) }
        try? await removeUnwantedChunks()
    }
}
