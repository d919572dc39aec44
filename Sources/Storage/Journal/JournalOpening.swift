import Cluster
import GRDB
import Wire

/// Opens a journal's file: looks at everything in it, and cuts off a damaged end after setting it aside.
///
/// All records that are kept are checked, each against its checksum, its place and the one before it; trimming
/// bounds how many those are. Chunks of snapshots are checked when they are read.
struct JournalOpening {
    /// What opening left.
    struct Result {
        let database: JournalDatabase
        let trimmed: JournalSequence
        let last: JournalSequence
        let damage: String?
    }

    let partition: PartitionID
    let path: String
    private var found: [String] = []

    /// An opening of the file at `path`, whose lock is held.
    init(partition: PartitionID, path: String) {
        self.partition = partition
        self.path = path
    }

    /// Opens the file.
    ///
    /// - Parameter sequence: Where the records of a new file are to begin; nil for the first place, or wherever those of a
    ///   file that is there do.
    /// - Throws: ``JournalError`` and errors of SQLite.
    mutating func run(beginningBehind sequence: JournalSequence? = nil) throws -> Result {
        setUnfinishedWriteAside()
        let database = try JournalDatabase(path: path)
        do {
            if let sequence { try database.trim(through: sequence) }
            return try inspect(database)
        } catch {
            try database.close()
            throw error
        }
    }

    private mutating func inspect(_ database: JournalDatabase) throws -> Result {
        try checkPartition(of: database)
        let trimmed = try database.trimmed()
        var scan = RecordScan(after: trimmed)
        try database.forEachRecord(after: trimmed) { stored in
            scan.see(stored)
            return true
        }
        switch scan.outcome {
        case .whole: break
        case .damagedEnd(let first, let count): try cut(database, after: scan.last, first: first, count: count)
        case .damagedMiddle(let first, let whole): throw damagedMiddle(first: first, whole: whole)
        }
        try clearSnapshots(of: database, behind: scan.last)
        return Result(
            database: database, trimmed: trimmed, last: scan.last,
            damage: found.isEmpty ? nil : found.joined(separator: " "))
    }

    private func checkPartition(of database: JournalDatabase) throws {
        guard let named = try database.partition() else {
            return try database.setPartition(partition.description)
        }
        guard named == partition.description else {
            throw JournalError(
                .unavailable,
                "The file \(path) is the journal of partition \(named), not of \(partition). Give each partition its "
                    + "own file.")
        }
    }

    /// Keeps what SQLite is about to drop. A crash on a full disk leaves such an end and no room to keep it in; as
    /// nothing in it was confirmed, the journal opens all the same and says so.
    private mutating func setUnfinishedWriteAside() {
        let file = path + "-wal"
        guard let end = WriteAheadFile.unfinishedEnd(path: file) else { return }
        let kept: String
        do throws(JournalError) {
            kept = "were set aside to \(try SetAsideFile.write(end.bytes, name: "\(path).unfinished-\(end.offset)"))"
        } catch {
            kept = "could not be set aside and are dropped"
        }
        found.append(
            "The write-ahead file \(file) ended in \(end.bytes.count) bytes of a transaction that was never finished, "
                + "from byte \(end.offset) on; they \(kept). Nothing that was confirmed is among them, unless the disk "
                + "lost what it had confirmed.")
    }

    private mutating func cut(
        _ database: JournalDatabase, after last: JournalSequence, first: RecordFault, count: Int
    ) throws {
        var writer = WireWriter()
        writer.write("sundial records set aside, version 1")
        writer.write(UInt64(count))
        try database.forEachRecord(after: last) { stored in
            writer.write(fixed: stored.sequence.value)
            writer.write(fixed: stored.checksum)
            writer.write(bytes: stored.bytes)
            return true
        }
        let kept = try SetAsideFile.write(writer.bytes, name: "\(path).damaged-\(last.next)")
        try database.cut(after: last)
        let others = count == 1 ? "it was" : "it and \(count - 1) later \(count == 2 ? "record" : "records") were"
        found.append("\(first.text); \(others) set aside to \(kept), and the journal ends at \(last).")
    }

    private func damagedMiddle(first: RecordFault, whole: JournalSequence) -> JournalError {
        JournalError(
            .corrupt,
            "\(first.text), but record \(whole) behind it is whole: the journal \(path) is damaged in its middle, and "
                + "nothing was cut off. Restore the file from a backup; without one, the state at the newest snapshot "
                + "before record \(first.sequence) is what can be restored.",
            cause: first)
    }

    private mutating func clearSnapshots(of database: JournalDatabase, behind last: JournalSequence) throws {
        let newer = try database.snapshots().filter { $0.sequence > last }
        if let newest = newer.first {
            found.append(
                "A snapshot at sequence \(newest.sequence) is newer than the journal's end at \(last) and was let go "
                    + "of: records up to \(newest.sequence) had been confirmed and are lost.")
        }
        try database.letGoOfSnapshots(notWholeOrBehind: last)
        while try database.removeUnwantedChunks() {}
    }
}
