import Cluster
import ContactCenter

extension PartitionHost {
    /// The whole state behind a durable record, to be kept elsewhere. Commands go on meanwhile.
    func backUp() async throws(CenterError) -> PartitionBackup {
        if let closure { throw closure }
        commit.closeBatch()
        let state = PartitionSnapshot(fence: commit.fence, floor: floor)
        commitSignal.raise()
        let now = businessNow()
        try await durable(within: nil)
        return await Self.packed(state, floorNumber: state.floor.partition, time: now)
    }

    @concurrent
    private static func packed(
        _ state: PartitionSnapshot, floorNumber: UInt16, time: Timestamp
    ) async -> PartitionBackup {
        PartitionBackup(state, floorNumber: floorNumber, time: time)
    }
}
