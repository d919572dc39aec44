public import Cluster

extension JetStreamJournal {
    /// The most messages that one request asks for.
    private static let batchCount = 1_024
    /// How often a replicated stream is looked at before it counts as having lost records, and how long between.
    private static let lossLooks = 10
    private static let lossPace: Duration = .seconds(1)
    /// How many servers are asked for records before it counts as a failure.
    private static let serversAsked = 5

    public func read(
        after sequence: JournalSequence, upTo bytes: Int
    ) async throws(JournalError) -> [JournalEntry] {
        let api = try usableAPI()
        let info = try await info(reaching: sequence, api)
        try JournalError.checkRead(after: sequence, trimmed: info.trimmed, last: info.last)
        guard sequence < info.last else { return [] }
        if readsBatches {
            let count = min(Self.batchCount, Int(info.last.value - sequence.value))
            let found = try await entries(after: sequence, count: count, bytes: bytes, api)
            guard found.isEmpty else { return found }
            // The server asked may lie behind the leader, which has said that there is one.
        }
        return [try await leadersEntry(at: sequence.next, api)]
    }

    /// What the stream holds, once its leader knows of `sequence`. That it should end before it is believed at once of
    /// a single server; of a replicated stream only when it is said again and again, and once at least by a leader with
    /// most of the replicas behind it, for one that was frozen or cut off answers with what it once knew.
    private func info(
        reaching sequence: JournalSequence, _ api: JetStreamAPI
    ) async throws(JournalError) -> StreamInfo {
        var info = try await recordInfo(api)
        guard overtaking == .seenInAppends else { return info }
        var isBacked = info.isOfMajority
        for _ in 1..<Self.lossLooks where info.last < sequence {
            do { try await Task.sleep(for: Self.lossPace) } catch { throw cutOff() }
            info = try await recordInfo(api)
            isBacked = isBacked || info.isOfMajority
        }
        guard info.last >= sequence || isBacked else { throw cutOff() }
        return info
    }

    private func entries(
        after sequence: JournalSequence, count: Int, bytes: Int, _ api: JetStreamAPI
    ) async throws(JournalError) -> [JournalEntry] {
        let answers = try await messages(from: sequence.next, count: count, bytes: bytes, api)
        var entries: [JournalEntry] = []
        entries.reserveCapacity(answers.count)
        for answer in answers {
            let place = entries.last?.sequence.next ?? sequence.next
            guard answer.sequence == place.value else {
                guard entries.isEmpty else { return entries }
                throw try await gap(at: place, api)
            }
            let found = FoundMessage(bytes: answer.bytes, isConditional: answer.isConditional)
            entries.append(try entry(found, at: place))
        }
        return entries
    }

    /// Messages as any server has them. Whom NATS asks may be cut off without anybody knowing it yet; so several are
    /// asked, one after another.
    private func messages(
        from sequence: JournalSequence, count: Int, bytes: Int, _ api: JetStreamAPI
    ) async throws(JournalError) -> [NATSAnswer] {
        var asked = 1
        while true {
            do throws(JetStreamFailure) {
                return try await api.messages(of: stream, from: sequence.value, count: count, bytes: bytes)
            } catch {
                guard case .request(.unanswered) = error, asked < Self.serversAsked else {
                    throw error.error("reading", stream)
                }
                asked += 1
            }
        }
    }

    private func leadersEntry(
        at sequence: JournalSequence, _ api: JetStreamAPI
    ) async throws(JournalError) -> JournalEntry {
        let message: FoundMessage?
        do throws(JetStreamFailure) { message = try await api.message(of: stream, at: sequence.value) } catch {
            throw error.error("reading", stream)
        }
        guard let message else { throw try await gap(at: sequence, api) }
        return try entry(message, at: sequence)
    }

    /// The record that a message is. Who may publish may write under the stream's subject without being an owner; what
    /// lacks the condition that every append carries was no append, and stands in the journal without any effect.
    private func entry(_ message: FoundMessage, at sequence: JournalSequence) throws(JournalError) -> JournalEntry {
        guard message.isConditional else { return JournalEntry(sequence: sequence, record: foreign(at: sequence)) }
        do throws(RecordFault) {
            return JournalEntry(
                sequence: sequence, record: try StoredRecord(message: message.bytes, at: sequence).record())
        } catch {
            throw JournalError(
                .corrupt, "\(error.text) in stream \(stream). Restore the stream from a backup.", cause: error)
        }
    }

    /// Stands for a message that no owner wrote: epoch 0 has no owner, so every reader finds it void.
    private func foreign(at sequence: JournalSequence) -> JournalRecord {
        JournalRecord(
            partition: partition, epoch: 0, incarnation: 0, id: 0, follows: JournalSequence(sequence.value - 1),
            kind: .commands, payload: [])
    }

    /// Why there is nothing at a place before the end: another trimmed it meanwhile, or it was lost.
    private func gap(at sequence: JournalSequence, _ api: JetStreamAPI) async throws(JournalError) -> JournalError {
        let info = try await recordInfo(api)
        try JournalError.checkRead(
            after: JournalSequence(sequence.value - 1), trimmed: info.trimmed, last: info.last)
        return JournalError(
            .corrupt,
            "Record \(sequence) is missing in stream \(stream), which goes on to \(info.last). Restore the stream from "
                + "a backup.")
    }
}
