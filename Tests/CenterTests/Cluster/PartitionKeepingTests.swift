import Cluster
import ContactCenter
import Testing

@testable import Center

struct PartitionKeepingTests {
    private static let layout = CenterLayout(sites: ["fra"])
    private static let partition = layout.administering
    private static let settled: Duration = .seconds(3)

    /// The view of n0, connected for three seconds.
    private static func membership(
        _ others: [NodeID: [Holding]] = [:], standing: Heartbeat.Standing = .serving, prepared: [PartitionID] = [],
        bequests: [Bequest] = []
    ) -> Membership {
        var membership = Membership(process: ProcessID(node: "n0", incarnation: 1), site: "fra", startedAt: 0)
        for time in [Duration.zero, .seconds(1), .seconds(2), .seconds(3)] {
            let own = membership.beat(wallClock: 0)
            _ = membership.heard(own, at: time, wallClock: 0)
            for (node, holdings) in others.sorted(by: { $0.key < $1.key }) {
                let heartbeat = Heartbeat(
                    process: ProcessID(node: node, incarnation: 1), site: "fra", startedAt: 0, number: own.number,
                    wallClock: 0, standing: standing, holdings: holdings, bequests: bequests, prepared: prepared)
                _ = membership.heard(heartbeat, at: time, wallClock: 0)
            }
            _ = membership.tick(at: time)
        }
        return membership
    }

    private static func holding(_ epoch: Epoch) -> Holding {
        Holding(partition: partition, epoch: epoch, position: .start)
    }

    @Test func aPartitionWithoutAnOwnerIsTakenOverOnce() {
        var keeping = PartitionKeeping(Self.layout)
        #expect(keeping.look(at: Self.membership(), now: Self.settled) == [.takeOver(Self.partition)])
        #expect(keeping.look(at: Self.membership(), now: Self.settled) == [])
    }

    @Test func nothingIsTakenOverBeforeTheNodeHasSettled() {
        var keeping = PartitionKeeping(Self.layout)
        #expect(keeping.look(at: Self.membership(), now: .seconds(1)) == [])
    }

    @Test func aLivingOwnerKeepsItsPartition() {
        var keeping = PartitionKeeping(Self.layout)
        #expect(keeping.look(at: Self.membership(["n1": [Self.holding(1)]]), now: Self.settled) == [])
    }

    @Test func onlyTheNodeThatPlacementNamesTakesOver() {
        let placed = Placement(Self.membership(["n1": []])).node(for: Self.partition)
        var keeping = PartitionKeeping(Self.layout)
        let directives = keeping.look(at: Self.membership(["n1": []]), now: Self.settled)
        #expect(directives == (placed == "n0" ? [.takeOver(Self.partition)] : []))
    }

    @Test(arguments: [(Durability.Mode.alone, true), (.stretched, true), (.island, false)])
    func whatRestsOnAnotherSitesIslandIsLeftToIt(_ mode: Durability.Mode, _ isTaken: Bool) {
        let layout = CenterLayout(sites: ["nyc"]) { _ in Durability(mode) }
        var keeping = PartitionKeeping(layout)
        let directives = keeping.look(at: Self.membership(), now: Self.settled)
        #expect(directives == (isTaken ? [.takeOver(layout.administering)] : []))
    }

    /// The node is of fra, an island; nobody else is there who could own nyc.0.
    @Test func anIslandsNodesLeaveOthersPartitionsAlone() {
        let layout = CenterLayout(sites: ["fra", "nyc"]) { Durability($0 == "fra" ? .island : .stretched) }
        var keeping = PartitionKeeping(layout)
        #expect(keeping.look(at: Self.membership(), now: Self.settled) == [.takeOver(Self.partition)])
    }

    @Test func anIslandsOwnNodesTakeItOver() {
        var keeping = PartitionKeeping(CenterLayout(sites: ["fra"]) { _ in Durability(.island) })
        #expect(keeping.look(at: Self.membership(), now: Self.settled) == [.takeOver(Self.partition)])
    }

    @Test func afterALostRaceItLooksAgainBeforeItTriesAgain() {
        var keeping = PartitionKeeping(Self.layout)
        _ = keeping.look(at: Self.membership(), now: Self.settled)
        keeping.ended(Self.partition, at: Self.settled)
        #expect(keeping.look(at: Self.membership(), now: Self.settled + .milliseconds(900)) == [])
        let later = Self.settled + PartitionKeeping.pause
        #expect(keeping.look(at: Self.membership(["n1": [Self.holding(2)]]), now: later) == [])
        #expect(keeping.look(at: Self.membership(), now: later) == [.takeOver(Self.partition)])
    }

    @Test func itStepsDownForAnOwnerWithAHigherEpochAlone() {
        var keeping = PartitionKeeping(Self.layout)
        _ = keeping.look(at: Self.membership(), now: Self.settled)
        keeping.serves(Self.partition, epoch: 3)
        #expect(keeping.look(at: Self.membership(["n1": [Self.holding(3)]]), now: Self.settled) == [])
        let directives = keeping.look(at: Self.membership(["n1": [Self.holding(4)]]), now: Self.settled)
        #expect(directives == [.stepDown(Self.partition)])
        #expect(!keeping.isIdle)
        keeping.ended(Self.partition, at: Self.settled)
        #expect(keeping.isIdle)
    }

    @Test func aDrainingNodeHandsOverAndTakesNothing() {
        var keeping = PartitionKeeping(Self.layout)
        _ = keeping.look(at: Self.membership(), now: Self.settled)
        keeping.serves(Self.partition, epoch: 1)
        var membership = Self.membership()
        membership.isDraining = true
        #expect(keeping.look(at: membership, now: Self.settled) == [.handOver(Self.partition)])
        keeping.ended(Self.partition, at: Self.settled)
        #expect(keeping.look(at: membership, now: Self.settled + .seconds(9)) == [])
        membership.isDraining = false
        #expect(keeping.look(at: membership, now: Self.settled) == [.takeOver(Self.partition)])
    }

    @Test func aDrainingNodeServesOnUntilItsHeirHasCaughtUpOrTimeIsUp() {
        for (prepared, now, directives) in [
            ([], Self.settled, []),
            ([Self.partition], Self.settled, [.handOver(Self.partition)]),
            ([], Self.settled + PartitionKeeping.patience, [.handOver(Self.partition)]),
        ] as [([PartitionID], Duration, [PartitionKeeping.Directive])] {
            var keeping = PartitionKeeping(Self.layout)
            _ = keeping.look(at: Self.membership(), now: Self.settled)
            keeping.serves(Self.partition, epoch: 1)
            var membership = Self.membership(["n1": []], prepared: prepared)
            membership.isDraining = true
            #expect(keeping.look(at: membership, now: Self.settled) == (prepared.isEmpty ? [] : directives))
            if prepared.isEmpty { #expect(keeping.look(at: membership, now: now) == directives) }
        }
    }

    @Test func aNodeThatResumesBeforeItsHeirHasCaughtUpKeepsThePartition() {
        var keeping = PartitionKeeping(Self.layout)
        _ = keeping.look(at: Self.membership(), now: Self.settled)
        keeping.serves(Self.partition, epoch: 1)
        var membership = Self.membership(["n1": []])
        membership.isDraining = true
        #expect(keeping.look(at: membership, now: Self.settled) == [])
        membership.isDraining = false
        #expect(keeping.look(at: membership, now: Self.settled + PartitionKeeping.patience) == [])
    }

    @Test func theHeirOfADrainingNodeCatchesUpFirstAndTakesOverWhenThereIsNoOwner() {
        var keeping = PartitionKeeping(Self.layout)
        let parting = Self.membership(["n1": [Self.holding(3)]], standing: .draining)
        #expect(keeping.look(at: parting, now: Self.settled) == [.prepare(Self.partition)])
        #expect(keeping.look(at: parting, now: Self.settled) == [])
        #expect(keeping.prepared == [])
        keeping.caughtUp(Self.partition)
        #expect(keeping.prepared == [Self.partition])
        #expect(keeping.look(at: parting, now: Self.settled) == [])
        let gone = Self.membership(["n1": []], standing: .draining)
        #expect(keeping.look(at: gone, now: Self.settled) == [.giveWord(Self.partition)])
        #expect(keeping.prepared == [])
    }

    @Test func anHeirByNameCatchesUpAsWell() {
        var keeping = PartitionKeeping(Self.layout)
        let bequest = Bequest(partition: Self.partition, epoch: 3, heir: "n0")
        let parting = Self.membership(["n1": [Self.holding(3)]], bequests: [bequest])
        #expect(keeping.look(at: parting, now: Self.settled) == [.prepare(Self.partition)])
        let old = Bequest(partition: Self.partition, epoch: 2, heir: "n0")
        let kept = Self.membership(["n1": [Self.holding(3)]], bequests: [old])
        var other = PartitionKeeping(Self.layout)
        #expect(other.look(at: kept, now: Self.settled) == [])
    }

    @Test func anHeirWhoseOwnerStaysForgetsWhatItHasRead() {
        var keeping = PartitionKeeping(Self.layout)
        _ = keeping.look(at: Self.membership(["n1": [Self.holding(3)]], standing: .draining), now: Self.settled)
        keeping.caughtUp(Self.partition)
        let kept = Self.membership(["n1": [Self.holding(3)]])
        #expect(keeping.look(at: kept, now: Self.settled) == [.stepDown(Self.partition)])
        #expect(keeping.prepared == [])
    }

    @Test func aPartitionIsHandedOverOnceAndOnlyWhileItIsServed() {
        var keeping = PartitionKeeping(Self.layout)
        #expect(keeping.beginHandOver(Self.partition, now: Self.settled) == nil)
        _ = keeping.look(at: Self.membership(), now: Self.settled)
        #expect(keeping.beginHandOver(Self.partition, now: Self.settled) == nil)
        keeping.serves(Self.partition, epoch: 4)
        #expect(keeping.beginHandOver(Self.partition, now: Self.settled) == 4)
        #expect(keeping.beginHandOver(Self.partition, now: Self.settled) == nil)
        #expect(keeping.look(at: Self.membership(), now: Self.settled) == [.handOver(Self.partition)])
        #expect(keeping.look(at: Self.membership(["n1": [Self.holding(9)]]), now: Self.settled) == [])
    }

    @Test func aNodeThatHandsOverLeavesThePartitionToTheHeirItNamed() {
        var keeping = PartitionKeeping(Self.layout)
        var membership = Self.membership(["n1": []])
        for heir: NodeID in ["n1", "n0"] {
            membership.bequeath(Bequest(partition: Self.partition, epoch: 1, heir: heir), at: Self.settled)
            let directives = keeping.look(at: membership, now: Self.settled)
            #expect(directives == (heir == "n0" ? [.takeOver(Self.partition)] : []))
        }
    }
}
