import Cluster
import ContactCenter

// What partitions know of one another.
extension PartitionHost {
    /// What others may know of this partition; returns once what it was computed from is durable.
    ///
    /// A former owner may tell one too; its epoch is too low to be believed.
    func summary() async throws(CenterError) -> PartitionSummary {
        if let closure { throw closure }
        let summary = PartitionSummary(
            partition: partition, epoch: commit.fence.epoch, position: commit.position, floor: floor.summary())
        try await written(within: nil)
        return summary
    }

    /// Has the floor know these summaries of others and no more, and look what it can do with what is new.
    func learn(_ believed: [SummaryTable.Entry]) {
        guard closure == nil else { return }
        var isNews = false
        var known: [UInt16: Duration] = [:]
        for entry in believed where entry.summary.partition != partition {
            let number = entry.summary.floor.floor
            known[number] = entry.heardAt
            guard learned[number] != entry.heardAt else { continue }
            floor.learn(entry.summary.floor)
            isNews = true
        }
        for number in learned.keys.sorted() where known[number] == nil { floor.forget(number) }
        learned = known
        if isNews { carryOut(.seek) }
    }
}
