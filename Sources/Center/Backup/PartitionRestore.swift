import Cluster
import ContactCenter
import Wire

// Puts a partition's state back from a backup, into a journal of its own.
//
// Model. The new journal is made whole before the old one is touched: it begins with the backup's state as a snapshot,
// named by its first record, and is read back as a host will read it. Only then the old journal is sealed, by a takeover
// and a last record that says where the partition goes on. That record is the instant of the restoration: before it
// everybody reads the old journal, behind it nothing counts there and everybody follows it to the new one.
//
// Why a takeover. Whoever owns the partition is not asked, for it may be what is broken: like any owner that is overtaken
// it finds the records in its way and releases nothing more. The next owner is found by placement as ever.
//
// What must not come back. Sequences of the new journal, and so positions of streams, lie beyond the old journal's end,
// and its epoch is above every one of the old journal; results of commands since the backup are forgotten with their
// effects, so a repetition carries them out again. Ids of contacts, sessions and offers go on behind a count that follows
// from the new journal's first sequence. As sequences only rise, from one restoration to the next as well, and records
// give out fewer ids on average than are counted for each, no id is given out twice, whichever backups are put back in
// whichever order.
//
// What can go wrong. A failure before the seal leaves the old journal as it was; the new one is left unused, and the next
// attempt takes the next generation. A seal whose outcome is unknown is looked for and tried again. Of two that restore at
// the same time one seals, and the other finds that and gives up. What strangers wrote at the old journal's end, and what
// is damaged there, is looked past. So is what deposed owners had under way, which is void: of the last records the greatest
// epoch is the present one, and any that seals has sealed.
struct PartitionRestore {
    /// By how much the new journal's sequences leave out what the old one may yet reach.
    static let leap: UInt64 = 1_000_000
    /// More ids of one kind than a record gives out, on average over a partition's whole life.
    static let identifiersPerRecord: UInt64 = 64
    /// By how much the new journal's epoch leaves out owners that may yet come before the seal.
    static let epochLeap: Epoch = 16
    /// Generations that may be left over from attempts that failed.
    private static let generations = 32
    /// How often the seal is tried against an owner that goes on writing.
    private static let attempts = 200

    let place: CenterLayout.Place
    let journals: JournalSource
    let incarnation: Incarnation

    private var partition: PartitionID { place.partition }

    /// Restores the partition.
    ///
    /// - Throws: ``CenterError`` with `invalid` when the backup is another partition's, `unavailable` when the journals
    ///   cannot be reached.
    func run(_ backup: PartitionBackup) async throws(CenterError) -> Restoration {
        guard backup.partition == partition, backup.floorNumber == place.floorNumber else {
            throw CenterError(
                .invalid,
                "The backup is of partition \(backup.partition) with number \(backup.floorNumber), not of \(partition) with "
                    + "number \(place.floorNumber).")
        }
        let old = journals.present(place)
        let condition = try await reaching("The journal of \(partition) cannot be opened.") { () throws(JournalError) in
            try await old.open()
        }
        do throws(CenterError) {
            let restoration = try await restore(backup, replacing: old, condition)
            await old.close()
            return restoration
        } catch {
            await old.close()
            throw error
        }
    }

    private func restore(
        _ backup: PartitionBackup, replacing old: any Journal, _ condition: JournalCondition
    ) async throws(CenterError) -> Restoration {
        let end = try await end(of: old, condition.trimmed)
        let behind = JournalSequence(max(end.place, backup.position).value + Self.leap)
        var floor = try backup.state().floor
        floor.leaveOutIdentifiers(upTo: behind.value * Self.identifiersPerRecord)
        let epoch = max(end.epoch, backup.epoch) + Self.epochLeap
        let fence = Fence(partition: partition, epoch: epoch, incarnation: incarnation, last: behind)
        let generation = try await build(PartitionSnapshot(fence: fence, floor: floor), beyond: condition.generation)
        let sealed = try await seal(old, behind: condition.trimmed, Succession(generation: generation), below: epoch)
        return Restoration(
            partition: partition, generation: generation, sealedAt: sealed, position: behind.next,
            liveContacts: floor.figures.live)
    }

    /// Makes the first generation that is not there yet, holding the state alone.
    private func build(_ state: PartitionSnapshot, beyond last: Int) async throws(CenterError) -> Int {
        for generation in last + 1...last + Self.generations {
            let journal = journals.successor(place, generation, state.fence.last)
            do throws(JournalError) { _ = try await journal.open() } catch {
                if error.code == .conflict { continue }
                throw PartitionRecovery.failure(error, "No new journal could be made for \(partition).")
            }
            do throws(CenterError) { try await fill(journal, with: state) } catch {
                await journal.close()
                throw error
            }
            await journal.close()
            return generation
        }
        throw CenterError(
            .unavailable,
            "\(Self.generations) journals of \(partition) behind number \(last) are there from attempts that failed; delete "
                + "those streams or files.")
    }

    private func fill(_ journal: any Journal, with state: PartitionSnapshot) async throws(CenterError) {
        let snapshot = Snapshot(of: state.wireBytes(), at: state.fence.last)
        let naming = JournalRecord(
            partition: partition, epoch: state.fence.epoch, incarnation: incarnation, id: 1, follows: state.fence.last,
            kind: .snapshot, payload: snapshot.reference.wireBytes())
        do throws(JournalError) {
            try await journal.store(snapshot)
            _ = try await journal.append(naming)
        } catch {
            guard error.code != .conflict else { throw restoredMeanwhile(nil) }
            throw PartitionRecovery.failure(error, "The new journal of \(partition) could not be written.")
        }
        let recovery = PartitionRecovery(
            partition: partition, floorNumber: place.floorNumber, journal: journal, limits: PartitionLimits())
        let read = try await recovery.recover(
            JournalCondition(trimmed: state.fence.last, last: state.fence.last.next, damage: nil, room: .plenty))
        guard read.replay.floor.wireBytes() == state.floor.wireBytes() else {
            throw CenterError(
                .dataLoss, "The new journal of \(partition) reads back as another state; the old one was left as it is."
            )
        }
    }

    /// Makes the journal end with a record that says where the partition goes on, in an epoch below `bound`.
    private func seal(
        _ journal: any Journal, behind trimmed: JournalSequence, _ succession: Succession, below bound: Epoch
    ) async throws(CenterError) -> JournalSequence {
        var isUnknown = false
        for attempt in 1...UInt64(Self.attempts) {
            let end: JournalEnd
            do { end = try await self.end(of: journal, trimmed) } catch {
                throw isUnknown ? outcomeUnknown(succession, error) : error
            }
            if let (found, place) = end.seal {
                guard found == succession else { throw restoredMeanwhile(found) }
                return place
            }
            guard end.epoch + 1 < bound else { break }
            do throws(JournalError) {
                return try await append(behind: end, succession, attempt, to: journal)
            } catch {
                // The owner, or whoever takes over from this takeover, came in between: look again.
                guard error.code == .conflict || error.code == .unknown else {
                    let failure = PartitionRecovery.failure(
                        error, "The journal of \(partition) could not be sealed, so it goes on as before.")
                    throw isUnknown ? outcomeUnknown(succession, failure) : failure
                }
                isUnknown = isUnknown || error.code == .unknown
            }
        }
        throw CenterError(
            .unavailable,
            "The journal of \(partition) could not be sealed against its owners, so it goes on as before. Drain their "
                + "nodes and try again.")
    }

    private func append(
        behind end: JournalEnd, _ succession: Succession, _ attempt: UInt64, to journal: any Journal
    ) async throws(JournalError) -> JournalSequence {
        let takeover = JournalRecord(
            partition: partition, epoch: end.epoch + 1, incarnation: incarnation, id: attempt * 2, follows: end.place,
            kind: .takeover, payload: [])
        let seal = JournalRecord(
            partition: partition, epoch: end.epoch + 1, incarnation: incarnation, id: attempt * 2 + 1,
            follows: end.place.next, kind: .sealed, payload: succession.wireBytes())
        _ = try await journal.append(takeover)
        return try await journal.append(seal).sequence
    }

    /// - Parameter found: Where the partition goes on; nil while that is not decided.
    private func restoredMeanwhile(_ found: Succession?) -> CenterError {
        let outcome = found.map { ": it goes on in journal \($0.generation)" } ?? ""
        return CenterError(
            .invalid,
            "Somebody else restored \(partition) at the same time\(outcome). Nothing of this restoration counts; look at "
                + "what it holds now, and restore again if that is wrong.")
    }

    private func outcomeUnknown(_ succession: Succession, _ error: CenterError) -> CenterError {
        CenterError(
            .unavailable,
            "It is not known whether \(partition) was restored: \(error.message) sundial partition check tells in which "
                + "journal it goes on; number \(succession.generation) means that it was.", cause: error)
    }

    private func end(of journal: any Journal, _ trimmed: JournalSequence) async throws(CenterError) -> JournalEnd {
        try await reaching("The end of the journal of \(partition) cannot be read.") { () throws(JournalError) in
            try await JournalEnd(of: journal, behind: trimmed)
        }
    }

    private func reaching<Output>(
        _ message: String, _ body: () async throws(JournalError) -> Output
    ) async throws(CenterError) -> Output {
        do { return try await body() } catch { throw PartitionRecovery.failure(error, message) }
    }
}
