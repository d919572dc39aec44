import Center
import Cluster
import ContactCenter
import Wire

/// What a partition's whole journal must be, whoever wrote it.
struct ClusterJournalCheck {
    private let partition: PartitionID
    private let appendsInFlight: Int
    /// How many records of former owners were found void.
    private(set) var voidRecords = 0

    /// - Parameter appendsInFlight: With several under way, those behind the first may land behind a takeover that the
    ///   first was refused for; then they must be void, and otherwise there must be no such records.
    init(_ partition: PartitionID, appendsInFlight: Int) {
        self.partition = partition
        self.appendsInFlight = appendsInFlight
    }

    /// What is wrong with it.
    ///
    /// - Parameter floor: The floor's bytes as its last owner has them; nil when nobody could say.
    mutating func problems(of storage: SharedStorage, _ floor: [UInt8]?) -> [String] {
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
            case .void(.notOwner) where appendsInFlight > 1: voidRecords += 1
            case .void(let objection):
                problems.append("\(partition): the record at \(entry.sequence) is void: \(objection)")
            case .counts:
                if let misfit = Self.apply(entry.record, to: &replayed) { problems.append("\(partition): \(misfit)") }
            }
            if problems.count > 5 { return problems }
        }
        if let floor, replayed.wireBytes() != floor {
            problems.append("\(partition): a replay differs from the live floor")
        }
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
