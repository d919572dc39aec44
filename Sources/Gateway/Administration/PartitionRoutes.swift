import Center
import Cluster
import GatewayAPI
import HTTPTypes

/// Partitions and their journals.
struct PartitionRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [move, check] }

    private var move: Operation {
        Operation(
            id: "movePartition",
            summary: "Hands a partition over to a node by name, and waits until it is served there.",
            method: .post, path: "/v1/partitions/{partition}/move", roles: [.administrator], body: .json("MoveRequest"),
            answer: .json(status: 200, "Handover"), refusals: [409]
        ) { call in
            let partition = try call.partition(in: center)
            let (body, faults) = try call.read(MoveRequest.self)
            try faults.check()
            return try .encoded(GatewayAPI.Handover(try await center.move(partition, to: NodeID(body.node))))
        }
    }

    private var check: Operation {
        Operation(
            id: "checkPartition",
            summary: "Replays a partition's journal and compares it with the live state, its snapshots and its copies.",
            method: .get, path: "/v1/partitions/{partition}/check", roles: [.administrator, .supervisor],
            answer: .json(status: 200, "PartitionCheck")
        ) { call in
            try .encoded(GatewayAPI.PartitionCheck(try await center.check(try call.partition(in: center))))
        }
    }
}

extension Call {
    /// The partition that the path names.
    func partition(in center: CenterDirectory) throws(ProblemError) -> PartitionID {
        guard let partition = PartitionID(text(.partition)), center.partitions.contains(partition) else {
            let names = center.partitions.map(\.description).joined(separator: ", ")
            throw ProblemError(
                .notFound, "There is no partition \(text(.partition).prefix(80)). There are: \(names).")
        }
        return partition
    }
}

extension GatewayAPI.PartitionCheck {
    /// A check as the API shows it.
    fileprivate init(_ check: Center.PartitionCheck) {
        self.init(
            partition: check.partition.description, isEqual: check.isEqual, differences: check.differences,
            epoch: check.epoch, position: check.position.value, start: check.start?.value, records: check.records,
            voidRecords: check.voidRecords, events: check.events, snapshots: check.snapshots, bytes: check.bytes,
            store: check.store.place, copies: check.store.copies.map { Copy($0) },
            seconds: check.duration / .seconds(1))
    }
}

extension GatewayAPI.PartitionCheck.Copy {
    init(_ copy: JournalCopy) {
        self.init(
            name: copy.name, isCurrent: copy.isCurrent, lag: copy.lag,
            heardSecondsAgo: copy.silence.map { $0 / .seconds(1) })
    }
}
