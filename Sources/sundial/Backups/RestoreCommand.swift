import ArgumentParser
import Center
import Cluster
import Foundation
import GatewayAPI
import GatewayClient
import Storage

/// `sundial restore`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a partition's state back from a backup.",
        discussion: """
            The state goes into a new journal; the old one is sealed by a last record that says so, and is left as it is. \
            Everything that happened in the partition since the backup is lost, which is why --lose-since-backup must be \
            given. Ids given out since are not given out again.

            In a cluster any node may be asked, whether the partition is served or not. A single node must be stopped first: \
            give its data folder with --data instead of an address; an empty folder begins with the backup.
            """)

    @Argument(help: "A file that `sundial backup` wrote.", completion: .file())
    var file: String

    @Flag(help: "Yes, lose everything that happened in the partition since the backup.")
    var loseSinceBackup = false

    @Option(help: "Data folder of a single node that does not run.", completion: .directory)
    var data: String?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        let backup = try BackupFile.read(file)
        guard loseSinceBackup else {
            Report.error(
                "Everything that happened in \(backup.partition) since \(BackupFile.time(of: backup)) will be lost. Say yes "
                    + "with --lose-since-backup.")
            throw ExitCode.failure
        }
        if let data { return try await restore(backup, into: data) }
        try await node.withClient { client in
            let done = try await client.restore(partition: backup.partition.description, from: backup.file)
            try report(done, as: backup)
        }
    }

    private func restore(_ backup: PartitionBackup, into folder: String) async throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            Report.error(
                "There is no folder \(folder); give the node's data folder, or make an empty one.")
            throw ExitCode.notFound
        }
        let path = URL(filePath: folder).appending(path: "\(backup.partition).sqlite").path
        let journals = JournalSource(
            present: { SQLiteJournal(partition: $0.partition, path: path) },
            successor: { place, generation, behind in
                var options = SQLiteJournalOptions()
                options.beginsBehind = behind
                return SQLiteJournal(
                    partition: place.partition, path: SQLiteJournal.path(path, generation: generation),
                    options: options)
            })
        do {
            let done = try await backup.restore(into: journals)
            try report(
                GatewayAPI.Restoration(
                    partition: done.partition.description, generation: done.generation, sealedAt: done.sealedAt.value,
                    position: done.position.value, liveContacts: done.liveContacts), as: backup)
        } catch let error as CenterError {
            Report.error(error.message)
            if error.code == .dataLoss {
                Report.error(
                    "Move every file \(folder)/\(backup.partition)* away and restore again: without them the partition "
                        + "begins with the backup.")
            }
            throw ExitCode.failure
        }
    }

    private func report(_ restoration: GatewayAPI.Restoration, as backup: PartitionBackup) throws {
        if read.json { return try Report.json(restoration) }
        let time = BackupFile.time(of: backup)
        print("\(restoration.partition) is as it was at \(time), with \(restoration.liveContacts) live contacts.")
        print("It goes on in journal \(restoration.generation) behind record \(restoration.position).")
        print(
            "The journal before is sealed at record \(restoration.sealedAt). Keep it: it says where the partition goes on."
        )
    }
}
