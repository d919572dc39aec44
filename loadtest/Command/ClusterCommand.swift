import ArgumentParser
import Foundation
import LoadHarness
import UnixSignals

/// `loadtest cluster`: plays a scenario on a cluster of its own.
struct ClusterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster",
        abstract: "Starts a cluster of several sites on this machine, plays a scenario over all of them, and ends it.",
        discussion: """
            Each site has a nats-server and some nodes, all on free ports of loopback; with three sites or more every \
            journal is replicated over three servers. Contacts come in at every node in turn, agents are at a node of \
            their own site; with --near each at the owner of a partition of their site. With --pooled the mean wait is held \
            against that of one site with all agents. The data folder is emptied first.

            Exits with 1 when the run broke a promise or missed a threshold, and with 2 when it could not be made.
            """)

    @OptionGroup var play: PlayOptions
    @Option(help: "The program sundial.") var sundial: String
    @Option(help: "Keep the cluster's data in this folder; it is emptied.", completion: .directory) var data: String
    @Option(help: "The sites, separated by commas.") var sites = "fra,nyc,syd"
    @Option(help: "How many nodes each site has.") var nodes = 2
    @Option(help: "How many threads each node has; by default what the node takes.") var threads: Int?
    @Option(help: "Put this configuration into force first, instead of the scenario's.", completion: .file())
    var center: String?
    @Flag(help: "Have everybody be at the nodes that own their site's partitions, instead of at all in turn.")
    var near = false
    @Option(
        help: ArgumentHelp(
            "By how much longer contacts may wait than on one site with all agents, such as 0.1 for a tenth.",
            valueName: "share"))
    var pooled: Double?
    @Flag(help: "Leave the cluster running until Ctrl-C, and say how to use it.") var stay = false

    func validate() throws {
        let names = sites.split(separator: ",", omittingEmptySubsequences: false)
        if !(1...5).contains(names.count) || names.contains("") { throw ValidationError("--sites takes 1 to 5 names.") }
        if let pooled, pooled < 0 { throw ValidationError("--pooled takes 0 or more.") }
        if !(1...5).contains(nodes) { throw ValidationError("--nodes takes 1 to 5.") }
    }

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            try Self.empty(data)
            var settings = LocalCluster.Settings(sundial: sundial, folder: data)
            settings.sites = sites.split(separator: ",").map { String($0) }
            settings.nodesPerSite = nodes
            settings.threads = threads
            print("Starting \(settings.sites.count) nats-servers and \(settings.sites.count * nodes) nodes …")
            let cluster = try LocalCluster(settings)
            return try await Self.endingWhenSignalled(cluster) { () async throws(HarnessError) in
                try await cluster.run { nodes throws(HarnessError) in try await use(cluster, nodes) }
            }
        }
        if let failures { throw failures }
    }

    private func use(_ cluster: LocalCluster, _ nodes: [LocalCluster.RunningNode]) async throws(HarnessError) -> Bool {
        for node in nodes { print("  \(node.name)  \(node.target.url)") }
        let isClean = try await play.play(on: nodes.map(\.target), pooled: pooled) { options, _ throws(HarnessError) in
            options.measuresFloor = false
            options.staysNear = near
            options.center = center.map { URL(filePath: $0).path }
        }
        guard stay else { return isClean }
        print(
            """
            Try, in another terminal:
              export SUNDIAL_URL=\(nodes[0].target.url) SUNDIAL_TOKEN_FILE=\(cluster.tokenFile)
              \(sundial) node list
              \(sundial) queue list

            The cluster runs until Ctrl-C.
            """)
        // The signal ends it.
        do { while true { try await Task.sleep(for: .seconds(3_600)) } } catch { return isClean }
    }

    /// Runs `body`; on SIGINT or SIGTERM ends the cluster's processes, and then this one.
    private static func endingWhenSignalled(
        _ cluster: LocalCluster, _ body: @escaping @Sendable () async throws(HarnessError) -> Bool
    ) async throws(HarnessError) -> Bool {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let result = await withTaskGroup(of: Result<Bool, HarnessError>?.self) { group in
            group.addTask {
                do throws(HarnessError) { return .success(try await body()) } catch { return .failure(error) }
            }
            group.addTask {
                for await signal in signals {
                    await cluster.end()
                    Foundation.exit(signal == .sigint ? 130 : 143)
                }
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        return try result?.get() ?? false
    }

    private static func empty(_ folder: String) throws(HarnessError) {
        do {
            if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw HarnessError(.file, "The folder \(folder) cannot be emptied.", cause: error)
        }
    }
}
