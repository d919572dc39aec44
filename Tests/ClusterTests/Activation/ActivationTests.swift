import Cluster
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ActivationTests {
    @Test func concurrentCallsActivateAnActorOnce() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(nodes: 3, events: events) { cluster in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<300 {
                    group.addTask { try await cluster[number % 3].actor(Desk.self, named: "a").add(number, 0) }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 300 * 299 / 2)
            #expect(events.all.filter { $0 == "activate a" }.count == 1)
        }
    }

    @Test func aFailedActivationIsToldToItsCallersAndTriedAgain() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "bad")
            await #expect(throws: Declined(reason: "no such desk")) { try await desk.note(1) }
            await #expect(throws: Declined(reason: "no such desk")) { try await desk.note(1) }
            #expect(cluster[1].figures.activationFailures == 2)
            #expect(cluster[1].figures.residents == 0)
        }
    }

    @Test func anIdleActorIsPassivatedAndActivatedAgainByTheNextCall() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            try await desk.note(1)
            await cluster.sweep(after: .seconds(60))
            await events.expect("deinit desk/a")
            #expect(cluster[1].figures.passivations == 1)
            #expect(try await desk.notes() == [])
            #expect(cluster[1].figures.activations == 2)
        }
    }

    @Test func allWhoAreIdleAreLetGoOfHoweverMany() async throws {
        try await TestCluster.runWithDesks { cluster in
            for number in 0..<200 { try await cluster[0].actor(Desk.self, named: "\(number)").note(1) }
            await cluster.sweep(after: .seconds(59))
            #expect(cluster[1].figures.passivations == 0)
            try await cluster[0].actor(Desk.self, named: "7").note(2)
            await cluster.sweep(after: .seconds(1))
            #expect(cluster[1].figures.passivations == 199)
            await cluster.sweep(after: .seconds(60))
            #expect(cluster[1].figures.passivations == 200)
        }
    }

    @Test func theSystemLooksForIdleActorsByItself() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(nodes: 1, place: "n0", sweeps: true, events: events) { cluster in
            await cluster.clock.sleepers(1)
            try await cluster[0].actor(Desk.self, named: "a").note(1)
            cluster.clock.advance(by: .seconds(60))
            await events.expect("deinit desk/a")
        }
    }

    @Test func anActorThatDisagreesStays() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            try await desk.busy(true)
            await cluster.sweep(after: .seconds(60))
            #expect(cluster[1].figures.passivations == 0)
            #expect(cluster[1].figures.residents == 1)
        }
    }

    @Test func anActorThatWasUsedStays() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            try await desk.note(1)
            cluster.clock.advance(by: .seconds(59))
            _ = try Desk.resolve(id: desk.id, using: cluster[1])
            await cluster.sweep(after: .seconds(1))
            #expect(cluster[1].figures.passivations == 0)
        }
    }

    @Test func anActorThatIsHeldElsewhereIsTakenUpAgain() async throws {
        try await TestCluster.runWithDesks { cluster in
            let held = try await cluster[1].activated(Desk.self, named: "a")
            try await held.note(1)
            await cluster.sweep(after: .seconds(60))
            #expect(cluster[1].figures.passivations == 1)
            #expect(try await cluster[0].actor(Desk.self, named: "a").notes() == [1])
            #expect(cluster[1].figures.activations == 1)
            await cluster.sweep(after: .seconds(60))
            #expect(cluster[1].figures.passivations == 2)
            #expect(try await held.notes() == [1])
        }
    }

    @Test func callsRacingPassivationAllSucceed() async throws {
        try await TestCluster.runWithDesks { cluster in
            for round in 0..<200 {
                async let sweep: Void = cluster.sweep(after: .seconds(60))
                let desk = try cluster[0].actor(Desk.self, named: "a")
                let sum = try await CallOptions.withDeadline(.seconds(100_000)) { try await desk.add(round, 1) }
                #expect(sum == round + 1)
                await sweep
            }
        }
    }

    @Test func moreActorsThanMayBeResidentAreRefused() async throws {
        var settings = ClusterSettings()
        settings.residentBound = 1
        try await TestCluster.runWithDesks(settings: settings) { cluster in
            try await cluster[0].actor(Desk.self, named: "a").note(1)
            #expect(await errorCode { try await cluster[0].actor(Desk.self, named: "b").note(1) } == .overloaded)
        }
    }
}
