import Cluster
import Testing
import Wire

struct MembershipTests {
    /// The view of node n0, which hears itself and n1 every 200 ms unless told otherwise.
    private struct View {
        var membership = Membership(process: ProcessID(node: "n0", incarnation: 1), site: "fra", startedAt: 0)
        var now: Duration = .zero
        var numbers: [NodeID: UInt64] = [:]

        mutating func beat(
            _ node: NodeID, incarnation: Incarnation = 1, startedAt: Int64 = 0, number: UInt64? = nil,
            wallClock: Int64 = 0, standing: Heartbeat.Standing = .serving, holdings: [Holding] = [],
            bequests: [Bequest] = []
        ) -> [MembershipChange] {
            numbers[node] = number ?? numbers[node, default: 0] + 1
            let heartbeat = Heartbeat(
                process: ProcessID(node: node, incarnation: incarnation), site: "fra", startedAt: startedAt,
                number: numbers[node, default: 0], wallClock: wallClock, standing: standing, holdings: holdings,
                bequests: bequests)
            return membership.heard(heartbeat, at: now, wallClock: 0)
        }

        /// Lets 200 ms pass at a time, with these nodes heard at each step.
        mutating func pass(_ duration: Duration, hearing nodes: [NodeID]) -> [MembershipChange] {
            let end = now + duration
            var changes: [MembershipChange] = []
            while now < end {
                now += .milliseconds(200)
                for node in nodes { changes += beat(node) }
                changes += membership.tick(at: now)
            }
            return changes
        }
    }

    private static let partition = PartitionID(site: "fra", number: 0)

    private static func holding(_ epoch: Epoch) -> Holding {
        Holding(partition: partition, epoch: epoch, position: .start)
    }

    @Test func aSilentNodeIsSuspectedAfterASecondAndBelievedAgain() {
        var view = View()
        #expect(view.pass(.seconds(1), hearing: ["n0", "n1"]) == [.joined("n0"), .joined("n1")])
        #expect(view.pass(.seconds(1), hearing: ["n0"]) == [])
        #expect(view.pass(.milliseconds(200), hearing: ["n0"]) == [.suspected("n1")])
        #expect(view.pass(.seconds(5), hearing: ["n0"]) == [])
        #expect(view.beat("n1") == [.aliveAgain("n1")])
    }

    @Test func aClientTakesNothingOverAndIsNobodysOwner() {
        var client = View()
        client.membership = Membership(
            process: ProcessID(node: "n0", incarnation: 1), site: "fra", startedAt: 0, isClient: true)
        #expect(client.membership.beat(wallClock: 0).standing == .client)
        _ = client.pass(.seconds(5), hearing: ["n0", "n1"])
        #expect(!client.membership.mayTakeOver(at: client.now))
        var node = View()
        _ = node.pass(.seconds(5), hearing: ["n0"])
        _ = node.beat("n1", standing: .client)
        #expect(Placement(node.membership).node(for: Self.partition) == "n0")
        _ = node.beat("n1", wallClock: 60_000_000, standing: .client)
        #expect(!node.membership.isClockOff)
    }

    @Test func aPartitionIsMeantForTheHeirThatItsLastLivingOwnerNamed() {
        var view = View()
        _ = view.pass(.seconds(1), hearing: ["n0", "n1", "n2"])
        func bequest(_ epoch: Epoch, _ heir: NodeID) -> Bequest {
            Bequest(partition: Self.partition, epoch: epoch, heir: heir)
        }
        #expect(view.membership.heir(of: Self.partition) == nil)
        _ = view.beat("n1", bequests: [bequest(4, "n2")])
        #expect(view.membership.heir(of: Self.partition) == "n2")
        #expect(Placement(view.membership).node(for: Self.partition) == "n2")
        _ = view.beat("n2", bequests: [bequest(5, "n0")])
        #expect(Placement(view.membership).node(for: Self.partition) == "n0")
        _ = view.beat("n2", standing: .leaving)
        #expect(Placement(view.membership).node(for: Self.partition) != "n2")
        // A node that is silent bequeaths nothing any more.
        _ = view.pass(.seconds(2), hearing: ["n0"])
        #expect(view.membership.heir(of: Self.partition) == nil)
    }

    @Test func aBequestIsToldUntilSomebodyElseOwnsThePartitionAndForFiveSecondsAtMost() {
        var view = View()
        _ = view.pass(.seconds(1), hearing: ["n0", "n1"])
        let bequest = Bequest(partition: Self.partition, epoch: 4, heir: "n1")
        view.membership.holdings = [Self.holding(4)]
        view.membership.bequeath(bequest, at: view.now)
        _ = view.pass(.seconds(1), hearing: ["n0"])
        #expect(view.membership.beat(wallClock: 0).bequests == [bequest])
        view.membership.holdings = []
        _ = view.beat("n1", holdings: [Self.holding(5)])
        _ = view.membership.tick(at: view.now)
        #expect(view.membership.beat(wallClock: 0).bequests == [])
        view.membership.bequeath(Bequest(partition: Self.partition, epoch: 6, heir: "n1"), at: view.now)
        _ = view.pass(.seconds(6), hearing: ["n0"])
        #expect(view.membership.beat(wallClock: 0).bequests == [])
    }

    @Test func aNodeThatIsCutOffSuspectsNobodyAndGivesEverybodyTheFullTimeAnew() {
        var view = View()
        _ = view.pass(.seconds(3), hearing: ["n0", "n1"])
        #expect(view.membership.mayTakeOver(at: view.now))
        #expect(view.pass(.seconds(10), hearing: []) == [])
        #expect(!view.membership.mayTakeOver(at: view.now))
        #expect(view.pass(.seconds(1), hearing: ["n0"]) == [])
        #expect(!view.membership.mayTakeOver(at: view.now))
        #expect(view.pass(.milliseconds(400), hearing: ["n0"]) == [.suspected("n1")])
        _ = view.pass(.seconds(1), hearing: ["n0"])
        #expect(view.membership.mayTakeOver(at: view.now))
    }

    @Test func aLateHeartbeatIsIgnored() {
        var view = View()
        _ = view.beat("n1", number: 7, holdings: [Self.holding(2)])
        #expect(view.beat("n1", number: 6) == [])
        #expect(view.beat("n1", number: 7) == [])
        #expect(view.membership.owner(of: Self.partition)?.epoch == 2)
    }

    @Test func aMissingHeartbeatTellsThatPacketsMayBeMissing() {
        var view = View()
        #expect(view.beat("n1", number: 7) == [.joined("n1")])
        #expect(view.beat("n1", number: 8) == [])
        #expect(view.beat("n1", number: 10) == [.interrupted("n1")])
        #expect(view.beat("n1", number: 11) == [])
        let before = view.membership.beat(wallClock: 0)
        view.membership.skipBeat()
        #expect(view.membership.beat(wallClock: 0).number == before.number + 2)
    }

    @Test func aRestartedNodeIsTheLaterProcessAndTheEarlierOneIsIgnored() {
        var view = View()
        _ = view.beat("n1", incarnation: 9, startedAt: 100, number: 50)
        #expect(view.beat("n1", incarnation: 3, startedAt: 200, number: 1) == [.restarted("n1")])
        #expect(view.beat("n1", incarnation: 9, startedAt: 100, number: 51) == [])
        #expect(view.membership["n1"]?.heartbeat.process.incarnation == 3)
    }

    @Test func aNodeWhoseClockWasSetBackIsBelievedOnceItIsSuspected() {
        var view = View()
        _ = view.pass(.seconds(1), hearing: ["n0"])
        _ = view.beat("n1", incarnation: 9, startedAt: 100)
        #expect(view.beat("n1", incarnation: 3, startedAt: 50) == [])
        _ = view.pass(.seconds(2), hearing: ["n0"])
        #expect(view.beat("n1", incarnation: 3, startedAt: 50) == [.restarted("n1")])
    }

    @Test func aNodeThatLeavesOwnsNothingAndIsNotSuspected() {
        var view = View()
        _ = view.pass(.seconds(1), hearing: ["n0", "n1"])
        _ = view.beat("n1", holdings: [Self.holding(1)])
        #expect(view.beat("n1", standing: .leaving) == [.left("n1")])
        #expect(view.membership.owner(of: Self.partition) == nil)
        #expect(view.beat("n1") == [])
        #expect(view.pass(.seconds(3), hearing: ["n0"]) == [])
        #expect(view.beat("n1", incarnation: 2, startedAt: 1) == [.joined("n1")])
    }

    @Test func ofTwoOwnersTheOneWithTheHigherEpochHasThePartition() {
        var view = View()
        _ = view.beat("n1", holdings: [Self.holding(4)])
        _ = view.beat("n2", holdings: [Self.holding(5)])
        #expect(view.membership.owner(of: Self.partition)?.process.node == "n2")
        view.membership.holdings = [Self.holding(6)]
        #expect(view.membership.owner(of: Self.partition)?.process.node == "n0")
    }

    @Test func aSuspectedOwnerOwnsNothing() {
        var view = View()
        _ = view.pass(.seconds(1), hearing: ["n0"])
        _ = view.beat("n1", holdings: [Self.holding(4)])
        _ = view.pass(.seconds(2), hearing: ["n0"])
        #expect(view.membership.owner(of: Self.partition) == nil)
    }

    @Test func aNodeWhoseClockDiffersFromMostTakesNothingOver() {
        var view = View()
        for step in 0..<20 {
            view.now += .milliseconds(200)
            _ = view.beat("n0")
            _ = view.beat("n1", wallClock: 2_500_000)
            if step >= 10 { _ = view.beat("n2", wallClock: 2_600_000) }
            _ = view.membership.tick(at: view.now)
            if step == 9 { #expect(!view.membership.isClockOff) }
        }
        #expect(view.membership.isClockOff)
        #expect(!view.membership.mayTakeOver(at: view.now))
        #expect(view.membership.beat(wallClock: 0).standing == .clockOff)
    }

    @Test func aHeartbeatThatTookLongDoesNotMakeAClockLookSlow() {
        var view = View()
        for step in 0..<20 { _ = view.beat("n1", wallClock: step == 10 ? -1_900_000 : 0) }
        #expect(view.membership["n1"].map { $0.skew > .milliseconds(-500) } == true)
    }

    @Test func moreNodesThanTheBoundAreNotTakenIn() {
        var settings = MembershipSettings()
        settings.memberBound = 3
        var membership = Membership(
            process: ProcessID(node: "n0", incarnation: 1), site: "fra", startedAt: 0, settings: settings)
        for number in 0..<10 {
            let heartbeat = Heartbeat(
                process: ProcessID(node: NodeID("n\(number)"), incarnation: 1), site: "fra", startedAt: 0, number: 1,
                wallClock: 0, standing: .serving, holdings: [])
            _ = membership.heard(heartbeat, at: .zero, wallClock: 0)
        }
        #expect(membership.members.count == 3)
    }

    /// However heartbeats are lost, repeated and put out of order, what is known of a process never goes back.
    @Test(arguments: 1...40) func knowledgeNeverGoesBack(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var view = View()
        var latest: [UInt64: UInt64] = [:]
        for _ in 0..<500 {
            view.now += .milliseconds(Int64(chance.next() % 400))
            _ = view.beat("n0")
            let incarnation = 1 + chance.next() % 3
            _ = view.beat(
                "n1", incarnation: incarnation, startedAt: Int64(incarnation), number: 1 + chance.next() % 300)
            _ = view.membership.tick(at: view.now)
            guard let heartbeat = view.membership["n1"]?.heartbeat else { continue }
            let process = heartbeat.process.incarnation
            latest = latest.filter { $0.key == process }
            #expect(heartbeat.number >= latest[process, default: 0])
            latest[process] = heartbeat.number
        }
    }

    @Test func aHeartbeatIsReadAsItWasWritten() throws {
        let heartbeat = Heartbeat(
            process: ProcessID(node: "n1", incarnation: 77), site: "fra", startedAt: 5, number: 9, wallClock: -3,
            standing: .draining, holdings: [Self.holding(12)],
            bequests: [Bequest(partition: Self.partition, epoch: 12, heir: "n2")], prepared: [Self.partition])
        #expect(try Heartbeat(wireBytes: heartbeat.wireBytes()) == heartbeat)
        var newer = heartbeat.wireBytes()
        newer[0] = 4
        #expect(throws: WireError.self) { try Heartbeat(wireBytes: newer) }
    }

    @Test func aHeartbeatOfAnOlderProgramHasNoBequests() throws {
        let heartbeat = Heartbeat(
            process: ProcessID(node: "n1", incarnation: 77), site: "fra", startedAt: 5, number: 9, wallClock: -3,
            standing: .serving, holdings: [Self.holding(12)])
        var older = Array(heartbeat.wireBytes().dropLast())
        older[0] = 1
        #expect(try Heartbeat(wireBytes: older) == heartbeat)
    }

    @Test func aHeartbeatWithNothingPreparedIsReadByAnOlderProgram() {
        let heartbeat = Heartbeat(
            process: ProcessID(node: "n1", incarnation: 77), site: "fra", startedAt: 5, number: 9, wallClock: -3,
            standing: .serving, holdings: [Self.holding(12)])
        #expect(heartbeat.wireBytes().first == 2)
    }

    @Test(arguments: 1...200) func aHeartbeatOfAnyBytesIsReadOrRefused(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var bytes = Heartbeat(
            process: ProcessID(node: "n1", incarnation: 77), site: "fra", startedAt: 5, number: 9, wallClock: -3,
            standing: .serving, holdings: [Self.holding(12)]
        ).wireBytes()
        for _ in 0..<4 { bytes[Int(chance.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: chance.next()) }
        if let read = try? Heartbeat(wireBytes: bytes) { #expect(read.holdings.count <= Heartbeat.holdingBound) }
    }
}
