import Cluster
import Distributed
import Instrumentation
import Testing
import Wire

@Suite(.timeLimit(.minutes(1)))
struct ClusterActorSystemTests {
    @Test func aRemoteCallReturnsItsResult() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(try await desk.add(2, 3) == 5)
            try await desk.note(7)
            #expect(try await desk.notes() == [7])
            #expect(cluster[0].figures.outstanding == 0)
            #expect(cluster[1].figures.residents == 1)
        }
    }

    @Test func aCallToAnInactiveActorOfTheSameNodeActivatesIt() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[1].actor(Desk.self, named: "a")
            #expect(try await desk.add(2, 3) == 5)
            #expect(cluster[1].figures.packetsSent == 0)
        }
    }

    @Test func anActivatedActorIsHeldItself() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try await cluster[1].activated(Desk.self, named: "a")
            let isHere = await desk.whenLocal { _ in true }
            #expect(isHere == true)
            #expect(try await desk.add(1, 1) == 2)
            let remote = try await cluster[0].activated(Desk.self, named: "a")
            let isThere = await remote.whenLocal { _ in true }
            #expect(isThere == nil)
        }
    }

    @Test func anActorBoundToItsProcessIsCalledByItsID() async throws {
        try await TestCluster.runWithDesks { cluster in
            let events = Events()
            var desk: Desk? = Desk(actorSystem: cluster[0], events: events, gate: Gate())
            let id = try #require(desk?.id)
            #expect(id.process == cluster[0].process)
            let reference = try Desk.resolve(id: id, using: cluster[1])
            #expect(try await reference.add(1, 2) == 3)
            desk = nil
            await events.expect("deinit \(id)")
            #expect(await errorCode { _ = try await reference.add(1, 2) } == .unknownActor)
            #expect(cluster[0].figures.residents == 0)
        }
    }

    @Test func aRegisteredErrorComesBackAsItself() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            await #expect(throws: Declined(reason: "late")) { try await desk.decline("late") }
        }
    }

    @Test func anyOtherErrorComesBackAsRemote() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { try await desk.break() } == .remote)
        }
    }

    @Test func aMethodThatIsNotInTheTableIsUnknown() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { try await desk.hidden() } == .unknownMethod)
        }
    }

    @Test func aGenericMethodCannotBeCalled() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { _ = try await desk.same(7) } == .unknownMethod)
        }
    }

    @Test func anUnreadableResultResumesTheCaller() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { _ = try await desk.misread() } == .malformed)
        }
    }

    @Test func aResultOrArgumentsBeyondTheBoundAreRefused() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { _ = try await desk.long(1_000_000) } == .malformed)
            let long = String(repeating: "x", count: 1_000_000)
            #expect(await errorCode { try await desk.decline(long) } == .malformed)
        }
    }

    @Test func anActorOfAnUnknownKindIsUnknown() async throws {
        try await TestCluster.run { _ in
        } body: { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { _ = try await desk.add(1, 2) } == .unknownActor)
        }
    }

    @Test func aCallToANodeThatIsNotItsPlaceIsRefused() async throws {
        try await TestCluster.runWithDesks { cluster in
            let network = cluster.network
            let stray = ClusterActorSystem(
                node: "n7", transport: network.makeTransport(), locator: .always("n0"), clock: cluster.clock)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await stray.run() }
                await network.joined("n7")
                let desk = try stray.actor(Desk.self, named: "a")
                #expect(await errorCode { _ = try await desk.add(1, 2) } == .wrongNode)
                stray.stop()
            }
        }
    }

    @Test func aNodeOutOfReachIsUnreachable() async throws {
        try await TestCluster.runWithDesks(place: "n9") { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { _ = try await desk.add(1, 2) } == .unreachable)
        }
    }

    @Test func theContextOfATraceTravelsAlong() async throws {
        NotingInstrument.installed
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            var context = InstrumentationContext.topLevel
            context[NotingInstrument.Key.self] = "t-1"
            #expect(try await InstrumentationContext.withValue(context) { try await desk.trace() } == "t-1")
            #expect(try await desk.trace() == nil)
        }
    }

    @Test func runningTwiceIsRefused() async throws {
        try await TestCluster.runWithDesks { cluster in
            #expect(await errorCode { try await cluster[0].run() } == .stopped)
        }
    }
}
