import Cluster
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CallEndTests {
    @Test func theDeadlineEndsACallAndTellsItsCallee() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            async let code = errorCode { try await desk.wait() }
            await events.expect("waiting")
            cluster.clock.advance(by: .milliseconds(4_990))
            #expect(cluster[0].figures.outstanding == 1)
            cluster.clock.advance(by: .milliseconds(10))
            #expect(await code == .timeout)
            await events.expect("cancelled")
            #expect(cluster[0].figures.timeouts == 1)
        }
    }

    @Test func aShorterDeadlineCanBeSet() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            async let code = errorCode {
                try await CallOptions.withDeadline(.milliseconds(100)) { try await desk.wait() }
            }
            await events.expect("waiting")
            cluster.clock.advance(by: .milliseconds(100))
            #expect(await code == .timeout)
        }
    }

    @Test func aCallMadeWithinACallHasNoMoreTimeThanThatOne() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            async let code = errorCode {
                try await CallOptions.withDeadline(.seconds(1)) { try await desk.ask("b") }
            }
            await events.expect("waiting")
            cluster.clock.advance(by: .seconds(1))
            #expect(await code == .timeout)
            await events.expect("cancelled")
        }
    }

    @Test func cancellingTheCallerReachesTheCallee() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            let caller = Task { await errorCode { try await desk.wait() } }
            await events.expect("waiting")
            caller.cancel()
            #expect(await caller.value == .cancelled)
            await events.expect("cancelled")
            #expect(cluster[0].figures.cancellations == 1)
        }
    }

    @Test func cancellingALocalCallerReachesTheCallee() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[1].actor(Desk.self, named: "a")
            let caller = Task { await errorCode { try await desk.wait() } }
            await events.expect("waiting")
            caller.cancel()
            #expect(await caller.value == .cancelled)
            await events.expect("cancelled")
        }
    }

    @Test func aCallerThatIsCancelledAlreadyDoesNotWait() async throws {
        try await TestCluster.runWithDesks { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            let caller = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await errorCode { try await desk.wait() }
            }
            #expect(await caller.value == .cancelled)
        }
    }

    @Test func moreCallsThanMayBeOutstandingAreRefused() async throws {
        let events = Events()
        var settings = ClusterSettings()
        settings.outstandingBound = 1
        try await TestCluster.runWithDesks(settings: settings, events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            async let first = errorCode { try await desk.wait() }
            await events.expect("waiting")
            #expect(await errorCode { try await desk.note(1) } == .overloaded)
            cluster[0].stop()
            #expect(await first == .stopped)
        }
    }

    @Test func moreCallsThanAMailboxHoldsAreRefused() async throws {
        let events = Events()
        let gate = Gate()
        var settings = ClusterSettings()
        settings.mailboxBound = 1
        try await TestCluster.runWithDesks(settings: settings, events: events, gate: gate) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            async let first: Void = try desk.wait()
            await events.expect("waiting")
            #expect(await errorCode { try await desk.note(1) } == .overloaded)
            #expect(cluster[1].figures.overloads == 1)
            gate.open()
            try await first
        }
    }

    @Test func stoppingANodeResumesAllItsCallers() async throws {
        try await TestCluster.runWithDesks { cluster in
            let codes = await withTaskGroup(of: ClusterError.Code?.self) { group in
                for number in 0..<100 {
                    group.addImmediateTask {
                        await errorCode { try await cluster[0].actor(Desk.self, named: "d\(number)").wait() }
                    }
                }
                cluster[0].stop()
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes == Array(repeating: .stopped, count: 100))
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(await errorCode { try await desk.note(1) } == .stopped)
        }
    }

    @Test func stoppingTheCalledNodeCancelsItsCallsAndAnswersThem() async throws {
        let events = Events()
        try await TestCluster.runWithDesks(events: events) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            async let call: Void = try desk.wait()
            await events.expect("waiting")
            cluster[1].stop()
            try await call
            #expect(events.all.contains("cancelled"))
        }
    }
}
