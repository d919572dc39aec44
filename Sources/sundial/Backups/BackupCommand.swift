import ArgumentParser
import Center
import Cluster
import ContactCenter
import Foundation
import GatewayClient

/// `sundial backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes a partition's whole state to a file, and reads it back.",
        discussion: """
            The partition goes on serving meanwhile. The file holds everything behind one durable record, customers' data \
            included, and only its owner may read it. `sundial restore` puts it back.
            """)

    @Argument(help: "The partition's name, such as fra.0.")
    var partition: String

    @Argument(help: "The file to write; one that is there is not overwritten.", completion: .file())
    var file: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            Report.error("The file \(file) is there already; name another.")
            throw ExitCode.failure
        }
        try await node.withClient { client in
            let bytes = try await client.backUp(partition: partition)
            try BackupFile.write(bytes, to: file)
            let backup = try BackupFile.read(file)
            let account = BackupAccount(backup, file: file, bytes: bytes.count)
            if read.json { return try Report.json(account) }
            print(
                "\(account.partition) as of \(account.time), behind record \(account.position) of epoch \(account.epoch),"
            )
            print(
                "with \(account.liveContacts) live contacts: \(account.bytes) bytes in \(file), written and read back.")
        }
    }
}

/// What a backup holds, for people and programs.
struct BackupAccount: Encodable {
    let partition: String
    let file: String
    let bytes: Int
    let epoch: UInt64
    let position: UInt64
    let time: String
    let liveContacts: Int

    init(_ backup: PartitionBackup, file: String, bytes: Int) {
        partition = backup.partition.description
        self.file = file
        self.bytes = bytes
        epoch = backup.epoch
        position = backup.position.value
        time = BackupFile.time(of: backup)
        liveContacts = backup.figures.live
    }
}
