import Center
import Cluster
import ContactCenter
import Wire

/// What a partition's whole journal must be, whoever wrote it.
enum ClusterJournalCheck {
    /// What is wrong with it.
    ///
    /// - Parameter floor: The floor's bytes as its last owner has them.
    static func problems(of storage: SharedStorage, _ partition: PartitionID, _ floor: [UInt8]) -> [String] {
        guard let number = ClusterCenter.layout.place(of: partition)?.floorNumber else { return [] }
        var replayed = Floor(partition: number)
        var fence = Fence(partition: partition)
        var problems: [String] = []
        for entry in storage.written {
            if entry.sequence != fence.last.next {
                problems.append("\(partition): a record at \(entry.sequence) follows \(fence.last)")
            }
            let epoch = fence.epoch
            switch fence.admit(entry.record) {
            case .takesOver where fence.epoch != epoch + 1:
                problems.append("\(partition): epoch \(fence.epoch) follows \(epoch)")
            case .takesOver: break
            case .void(let objection):
                problems.append("\(partition): the record at \(entry.sequence) is void: \(objection)")
            case .counts:
                if let misfit = apply(entry.record, to: &replayed) { problems.append("\(partition): \(misfit)") }
            }
            if problems.count > 5 { return problems }
        }
        if replayed.wireBytes() != floor { problems.append("\(partition): a replay differs from the live floor") }
        return problems
    }

    private static func apply(_ record: JournalRecord, to floor: inout Floor) -> String? {
        guard record.kind == .commands else { return nil }
        var misfit: String?
        do {
            try RecordBatch.forEachCommand(in: record.payload) { _, events in
                for event in events where misfit == nil {
                    misfit = floor.objection(to: event).map { "event \(event.change.name) does not fit: \($0)" }
                    if misfit == nil { floor.apply(event) }
                }
            }
        } catch {
            return "a record cannot be read: \(error)"
        }
        return misfit
    }
}
