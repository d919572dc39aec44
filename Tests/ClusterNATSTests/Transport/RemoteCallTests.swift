import Cluster
import ClusterNATS
import NATSServerProcess
import Testing

@Suite(.timeLimit(.minutes(2)))
struct RemoteCallTests {
    @Test func `A call returns what the method returns`() async throws {
        try await NATSCluster.run { cluster in
            let sum = try await cluster.clerk().add(20, 22)
            #expect(sum == 42)
            let long = String(repeating: "x", count: 60_000)
            let echo = try await cluster.clerk().echo(long)
            #expect(echo == long)
        }
    }

    @Test func `A typed error comes as itself`() async throws {
        try await NATSCluster.run { cluster in
            await #expect(throws: Declined(reason: "closed")) { try await cluster.clerk().decline("closed") }
        }
    }

    @Test func `A call ends at its deadline, and its callee is told`() async throws {
        try await NATSCluster.run { cluster in
            let error = await #expect(throws: ClusterError.self) {
                try await CallOptions.withDeadline(.seconds(2)) { try await cluster.clerk().hold() }
            }
            #expect(error?.code == .timeout)
            await cluster.moments.expect("cancelled")
        }
    }

    @Test func `A cancelled caller is answered at once, and its callee is cancelled`() async throws {
        try await NATSCluster.run { cluster in
            let code = await withTaskGroup(of: ClusterError.Code?.self) { group in
                group.addTask {
                    do { try await cluster.clerk().hold() } catch { return (error as? ClusterError)?.code }
                    return nil
                }
                await cluster.moments.expect("holding")
                group.cancelAll()
                return await group.next() ?? nil
            }
            #expect(code == .cancelled)
            await cluster.moments.expect("cancelled")
        }
    }

    @Test func `Ten thousand calls begin in the order in which they were made`() async throws {
        try await NATSCluster.run { cluster in
            await withDiscardingTaskGroup { group in
                for number in 0..<10_000 {
                    group.addImmediateTask { try? await cluster.caller.callNote(number, of: "a") }
                }
            }
            let notes = try await cluster.clerk().notes()
            #expect(notes == Array(0..<10_000))
        }
    }

    @Test func `A server's death ends calls in time, and calls succeed once it is back`() async throws {
        try await NATSCluster.run { cluster in
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: ClusterError.Code?.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        do {
                            try await CallOptions.withDeadline(.seconds(2)) { try await cluster.clerk().hold() }
                        } catch { return (error as? ClusterError)?.code }
                        return nil
                    }
                }
                await cluster.moments.expect("holding", 10)
                await cluster.server.kill()
                for try await code in group { #expect(code == .timeout || code == .unreachable) }
            }
            #expect(ContinuousClock.now - start < .seconds(4))
            let refusal = await #expect(throws: ClusterError.self) { try await cluster.clerk().add(1, 2) }
            #expect(refusal?.code == .unreachable)
            try await cluster.server.start()
            await cluster.moments.expect("connected", 2)
            let sum = try await cluster.answer()
            #expect(sum == 3)
            #expect(cluster.connections.map(\.reconnections) == [1, 1])
        }
    }
}
