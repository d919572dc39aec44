import Cluster
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ClusterMemberTests {
    private static let partition = PartitionID(site: "fra", number: 0)

    private func makeMember(_ node: NodeID, _ network: MemoryNetwork, _ clock: ManualClock) -> ClusterMember {
        ClusterMember(
            process: ProcessID(node: node, incarnation: 1), site: "fra", broadcast: network.makeBroadcast(for: node),
            clock: clock, wallClock: { 0 })
    }

    @Test func nodesLearnOfEachOtherAndOfWhatTheyOwnAtOnce() async throws {
        let network = MemoryNetwork()
        let clock = ManualClock()
        let members = ["n0", "n1"].map { makeMember($0, network, clock) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for member in members { group.addTask { await member.run() } }
            await clock.sleepers(2)
            let holding = Holding(partition: Self.partition, epoch: 1, position: .start)
            await members[0].announce([holding])
            #expect(members[1].owner(of: Self.partition)?.node == "n0")
            #expect(members[0].owner(of: Self.partition)?.node == "n0")
            await members[0].drain()
            #expect(members[1].membership["n0"]?.heartbeat.standing == .draining)
            group.cancelAll()
            try await group.waitForAll()
        }
        #expect(members[1].membership["n0"]?.state == .left || members[0].membership["n1"]?.state == .left)
    }

    @Test func noHeartbeatOvertakesAnother() async throws {
        let broadcast = HeldBroadcast()
        let clock = ManualClock()
        let member = ClusterMember(
            process: ProcessID(node: "n0", incarnation: 1), site: "fra", broadcast: broadcast, clock: clock,
            wallClock: { 0 })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await member.run() }
            while broadcast.begun < 1 { await Task.yield() }
            async let drained: Void = member.drain()
            while !member.membership.isDraining { await Task.yield() }
            for _ in 0..<100 { await Task.yield() }
            broadcast.gate.open()
            await drained
            #expect(broadcast.numbers.sorted() == broadcast.numbers)
            group.cancelAll()
            try await group.waitForAll()
        }
        #expect(broadcast.numbers == Array(1...UInt64(broadcast.numbers.count)))
    }

    @Test func whatIsNoHeartbeatIsCountedAndDropped() async throws {
        let network = MemoryNetwork()
        let clock = ManualClock()
        let member = makeMember("n0", network, clock)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await member.run() }
            await clock.sleepers(1)
            try await network.makeBroadcast(for: "n9").publish([1, 2, 3], under: ClusterMember.topic)
            #expect(member.malformed == 1)
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
