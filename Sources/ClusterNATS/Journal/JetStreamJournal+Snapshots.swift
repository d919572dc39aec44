public import Cluster
import Wire

// Each chunk is a message with a subject of its own, which names the snapshot and the chunk's number; the message is
// eight bytes of checksum and the chunk. When all are stored one more says so, and only then the snapshot is listed.
// Chunks of a snapshot that was never finished go when an older one would.
extension JetStreamJournal {
    public func store(_ snapshot: Snapshot) async throws(JournalError) {
        let api = try usableAPI()
        let reference = snapshot.reference
        let subject = names.subject(of: reference)
        do throws(JetStreamFailure) {
            for (number, chunk) in snapshot.chunks.enumerated() {
                try await publish(Self.message(chunk), "\(subject).\(number)", api)
            }
            try await publish(reference.wireBytes(), names.wholeSubject(of: reference), api)
        } catch {
            try? await api.purge(names.snapshots, filter: subject + ".>")
            throw error.error("storing a snapshot in", names.snapshots)
        }
    }

    public func snapshots() async throws(JournalError) -> [SnapshotReference] {
        try await storedSnapshots(try usableAPI())
    }

    public func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot {
        let api = try usableAPI()
        let whole: FoundMessage?
        do throws(JetStreamFailure) {
            whole = try await api.message(of: names.snapshots, subject: names.wholeSubject(of: reference))
        } catch {
            throw error.error("reading a snapshot of", names.snapshots)
        }
        guard whole != nil else { throw JournalError.noSnapshot(reference) }
        var chunks: [[UInt8]] = []
        for number in 0..<reference.chunkCount {
            chunks.append(try await chunk(number, of: reference, api))
        }
        return try Snapshot(reference: reference, chunks: chunks)
    }

    /// The snapshots that are stored whole, newest first.
    func storedSnapshots(_ api: JetStreamAPI) async throws(JournalError) -> [SnapshotReference] {
        try await subjects("*.*.*.whole", api).compactMap { names.snapshot(of: $0) }
            .sorted { ($0.sequence, $0.checksum) > ($1.sequence, $1.checksum) }
    }

    /// Lets go of all chunks of snapshots older than `sequence`, whole or not.
    func letGoOfSnapshots(olderThan sequence: JournalSequence, _ api: JetStreamAPI) async throws(JournalError) {
        let stored = Set(try await subjects("*.*.*.*", api).compactMap { names.snapshot(of: $0) })
        for reference in stored where reference.sequence < sequence {
            do throws(JetStreamFailure) {
                try await api.purge(names.snapshots, filter: names.subject(of: reference) + ".>")
            } catch {
                throw error.error("trimming", names.snapshots)
            }
        }
    }

    private func publish(
        _ bytes: [UInt8], _ subject: String, _ api: JetStreamAPI
    ) async throws(JetStreamFailure) {
        _ = try await api.publish(bytes, to: subject, of: names.snapshots, patience: options.timeout)
    }

    private func subjects(_ pattern: String, _ api: JetStreamAPI) async throws(JournalError) -> [String] {
        do throws(JetStreamFailure) {
            let info = try await api.info(names.snapshots, countingSubjects: "\(names.snapshotSubject).\(pattern)")
            return (info.state.subjects ?? [:]).keys.sorted()
        } catch {
            throw error.error("listing snapshots in", names.snapshots)
        }
    }

    private func chunk(
        _ number: Int, of reference: SnapshotReference, _ api: JetStreamAPI
    ) async throws(JournalError) -> [UInt8] {
        let subject = "\(names.subject(of: reference)).\(number)"
        var message: [UInt8]?
        do throws(JetStreamFailure) {
            do throws(JetStreamFailure) {
                message = try await api.anyMessage(of: names.snapshots, subject: subject)
            } catch {
                // Whom NATS asks may be cut off without anybody knowing it yet.
                guard case .request(.unanswered) = error else { throw error }
            }
            if message == nil { message = try await api.message(of: names.snapshots, subject: subject)?.bytes }
        } catch {
            throw error.error("reading a snapshot of", names.snapshots)
        }
        guard let message else { throw damaged(number, of: reference, "is missing") }
        let chunk = Array(message.dropFirst(8))
        guard message == Self.message(chunk) else {
            throw damaged(number, of: reference, "does not have the checksum it was stored with")
        }
        return chunk
    }

    private static func message(_ chunk: [UInt8]) -> [UInt8] {
        var writer = WireWriter(capacity: chunk.count + 8)
        writer.write(fixed: Checksum.of(chunk))
        writer.write(raw: chunk)
        return writer.bytes
    }

    private func damaged(_ number: Int, of reference: SnapshotReference, _ what: String) -> JournalError {
        JournalError(
            .corrupt,
            "Chunk \(number + 1) of \(reference.chunkCount) of the snapshot at sequence \(reference.sequence) \(what). "
                + "Use an older snapshot.")
    }
}
