import Cluster
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct MemoryNetworkTests {
    @Test func aPacketThatIsLostBecomesATimeout() async throws {
        try await TestCluster.runWithDesks { cluster in
            let events = Events()
            cluster.network.intercept { events.post("lost \($0.sender) \($0.receiver)") }
            let desk = try cluster[0].actor(Desk.self, named: "a")
            async let code = errorCode { try await desk.note(1) }
            await events.expect("lost n0 n1")
            cluster.clock.advance(by: .seconds(5))
            #expect(await code == .timeout)
        }
    }

    @Test func anAnswerThatComesTwiceResumesItsCallerOnce() async throws {
        try await TestCluster.runWithDesks { cluster in
            cluster.network.intercept { passage in
                passage.deliver()
                if passage.receiver == "n0" { passage.deliver() }
            }
            let desk = try cluster[0].actor(Desk.self, named: "a")
            #expect(try await desk.add(1, 2) == 3)
            #expect(try await desk.add(2, 2) == 4)
            #expect(cluster[0].figures.lateAnswers >= 1)
        }
    }

    @Test func aCallThatComesAgainWhileItIsServedIsDropped() async throws {
        let gate = Gate()
        let events = Events()
        try await TestCluster.runWithDesks(events: events, gate: gate) { cluster in
            cluster.network.intercept { passage in
                passage.deliver()
                if passage.receiver == "n1" { passage.deliver() }
            }
            async let call: Void = try cluster[0].actor(Desk.self, named: "a").wait()
            await events.expect("waiting")
            gate.open()
            try await call
            #expect(cluster[1].figures.duplicates == 1)
            #expect(events.all.filter { $0 == "waiting" }.count == 1)
        }
    }

    @Test func aTransportThatDoesNotRunRefuses() async throws {
        let transport = MemoryNetwork().makeTransport()
        #expect(await errorCode { try await transport.send([1], to: "n1") } == .stopped)
        try await transport.start(as: "n0") { _ in }
        #expect(await errorCode { try await transport.send([1], to: "n1") } == .unreachable)
        let long = Array(repeating: UInt8(0), count: 1_000_001)
        #expect(await errorCode { try await transport.send(long, to: "n1") } == .malformed)
        await transport.stop()
        #expect(await errorCode { try await transport.send([1], to: "n1") } == .stopped)
    }
}
