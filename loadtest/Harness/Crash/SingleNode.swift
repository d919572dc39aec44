import GatewayClient

/// One node with its journal in a file.
actor SingleNode: CrashSubject {
    /// How long there is no room.
    private static let shortage: Duration = .seconds(1)

    let struck: UInt16 = 0
    private let node: NodeProcess

    init(node: NodeProcess) {
        self.node = node
    }

    func begin() async throws(HarnessError) -> Target {
        _ = try await node.start()
        return try await node.target()
    }

    func strike(_ fault: CrashFault, _ run: LoadRun) async throws(HarnessError) -> Outage? {
        guard fault == .diskFull else {
            await node.kill()
            return nil
        }
        try await node.limitFiles(toBytes: 4_096)
        try await HarnessError.pause(Self.shortage)
        try await node.limitFiles(toBytes: nil)
        return Outage(since: .now)
    }

    func mend() async throws(HarnessError) -> Duration {
        await node.isRunning ? .zero : try await node.start()
    }

    func differences() async throws(HarnessError) -> [String] {
        let target = try await node.target()
        let client = GatewayClient(address: target.url, token: target.token)
        let result: Result<[String], HarnessError>
        do throws(HarnessError) {
            result = .success(try await PartitionAgreement.differences(in: "home.0", seenBy: client))
        } catch {
            result = .failure(error)
        }
        await client.shutdown()
        return try result.get()
    }

    func end() async { await node.kill() }
}
