import Cluster
import ContactCenter

extension PartitionHost {
    /// Replays the journal and compares what it comes to with the live state at the same place, byte for byte; looks
    /// at the journal's snapshots on the way, and at its other copies.
    ///
    /// Commands go on meanwhile: the floor is copied at the boundary of two records, and the rest is done off this
    /// actor.
    ///
    /// - Throws: ``CenterError`` when the comparison could not be made: then nothing is known.
    public func check() async throws(CenterError) -> PartitionCheck {
        if let closure { throw closure }
        let start = clock.now
        commit.closeBatch()
        let live = PartitionSnapshot(fence: commit.fence, floor: floor)
        commitSignal.raise()
        try await durable(within: nil)
        var check = try await replay.compare(with: live)
        try await inspect(into: &check)
        check.duration = clock.now - start
        return check
    }

    /// What the store of the journal says of itself.
    ///
    /// - Throws: ``CenterError`` when it cannot be asked.
    nonisolated func inspectStore() async throws(CenterError) -> JournalInspection {
        do { return try await journal.inspect() } catch {
            throw PartitionRecovery.failure(error, "The store of \(partition) cannot be asked.")
        }
    }

    /// Asks the store about itself, and again for a while as long as a copy is behind: under load one may be at any
    /// instant. A copy that was once seen to have everything has what was compared.
    private func inspect(into check: inout PartitionCheck) async throws(CenterError) {
        let limit = clock.now + limits.copyPatience
        var caughtUp: Set<String> = []
        while true {
            check.store = try await inspectStore()
            for copy in check.store.copies where copy.isCurrent { caughtUp.insert(copy.name) }
            let behind = check.store.copies.filter { !caughtUp.contains($0.name) }
            guard !behind.isEmpty, clock.now < limit, check.store.faults.isEmpty else {
                check.differences += check.store.faults + behind.map(\.account)
                return
            }
            do { try await clock.sleep(until: clock.now + limits.copyPace) } catch { throw Self.ended }
        }
    }
}

extension JournalCopy {
    /// That it has not what the answering copy has.
    fileprivate var account: String {
        guard let silence else { return "The copy \(name) is away." }
        let entries = lag == 1 ? "1 entry" : "\(lag) entries"
        return "The copy \(name) is not current: \(entries) behind, last heard \(silence) ago."
    }
}
