import Center
import Cluster
import GatewayAPI
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Partitions and their journals.
struct PartitionRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [move, check, backUp, restore] }

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

extension PartitionRoutes {
    private var backUp: Operation {
        Operation(
            id: "backUpPartition",
            summary:
                "A partition's whole state behind a durable record, as a file to be restored; it goes on meanwhile.",
            method: .get, path: "/v1/partitions/{partition}/backup", roles: [.administrator], answer: .bytes
        ) { call in
            let backup = try await center.backUp(try call.partition(in: center))
            return Response(
                status: .ok, headers: [.contentType: "application/octet-stream"],
                body: .init(byteBuffer: ByteBuffer(bytes: backup.file)))
        }
    }

    private var restore: Operation {
        Operation(
            id: "restorePartition",
            summary: "Puts a partition's state back from a backup, into a new journal; what happened since is lost.",
            method: .post, path: "/v1/partitions/{partition}/restore", roles: [.administrator], body: .bytes,
            answer: .json(status: 200, "Restoration"), refusals: [409]
        ) { call in
            let partition = try call.partition(in: center)
            let backup = try PartitionBackup(file: call.bytes)
            guard backup.partition == partition else {
                throw ProblemError(
                    .invalid, "The backup is of partition \(backup.partition), and the path names \(partition).")
            }
            return try .encoded(GatewayAPI.Restoration(try await center.restore(backup)))
        }
    }
}

extension Call {
    /// The partition that the path names.
    func partition(in center: CenterDirectory) throws(ProblemError) -> PartitionID {
        try partition(named: text(.partition), in: center)
    }

    /// The partition of a name.
    func partition(named name: String, in center: CenterDirectory) throws(ProblemError) -> PartitionID {
        guard let partition = PartitionID(name), center.partitions.contains(partition) else {
            let names = center.partitions.map(\.description).joined(separator: ", ")
            throw ProblemError(
                .notFound, "There is no partition \(name.prefix(80)). There are: \(names).")
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

extension GatewayAPI.Restoration {
    /// A restoration as the API shows it.
    fileprivate init(_ restoration: Center.Restoration) {
        self.init(
            partition: restoration.partition.description, generation: restoration.generation,
            sealedAt: restoration.sealedAt.value, position: restoration.position.value,
            liveContacts: restoration.liveContacts)
    }
}

extension GatewayAPI.PartitionCheck.Copy {
    init(_ copy: JournalCopy) {
        self.init(
            name: copy.name, isCurrent: copy.isCurrent, lag: copy.lag,
            heardSecondsAgo: copy.silence.map { $0 / .seconds(1) })
    }
}
