/// One node with its journal in a file, which is killed.
struct SingleNode: CrashSubject {
    let node: NodeProcess

    func begin() async throws(HarnessError) -> Target {
        _ = try await node.start()
        return try await node.target()
    }

    func strike() async throws(HarnessError) -> Duration? {
        await node.kill()
        return nil
    }

    func mend() async throws(HarnessError) -> Duration { try await node.start() }

    func end() async { await node.kill() }
}
