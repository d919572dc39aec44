import Cluster
import ContactCenter
import Testing
import Wire

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct JournalReplayTests {
    @Test func knowsTheFloorAsItWas() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            var states: [(JournalSequence, [UInt8])] = []
            for count in 0..<6 {
                _ = try await fixture.opened()
                let bytes = try await fixture.floorBytes()
                states.append((await host.status().position, bytes))
                if count == 2 {
                    await host.requestSnapshot()
                    await eventually { await host.status().snapshot != nil }
                }
            }
            for (sequence, bytes) in states {
                #expect(try await host.replay.floor(at: sequence).wireBytes() == bytes)
            }
        }
    }

    @Test func explainsAContactThatTheFloorHasForgotten() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let contact = try await fixture.opened()
            #expect(try await host.submit(fixture.command(.abandon(contact))) == .done(.nothing))
            await eventually { fixture.clock.sleeperCount > 0 }
            fixture.clock.advance(by: .seconds(120))
            try await eventually {
                fixture.clock.advance(by: .milliseconds(10))
                return try await host.read { floor, _ in floor.contact(contact) } == nil
            }
            #expect(try await host.read { floor, now in floor.explain(contact, now: now) } == nil)
            let explanation = try #require(try await host.replay.explain(contact))
            #expect(explanation.contact.id == contact)
            #expect(explanation.contact.endReason == .abandoned)
            #expect(try await host.replay.explain(ContactID(partition: 0, count: 999)) == nil)
        }
    }

    @Test func explainsAContactAsItWasAtAnInstant() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let contact = try await fixture.opened()
            var live: [Explanation] = []
            for count in 0..<8 {
                fixture.clock.advance(by: .milliseconds(700))
                if count == 3 {
                    await host.requestSnapshot()
                    await eventually { await host.status().snapshot != nil }
                }
                if count.isMultiple(of: 2) { _ = try await fixture.opened() }
                if count == 6 { #expect(try await host.submit(fixture.command(.abandon(contact))) == .done(.nothing)) }
                live.append(try #require(try await host.read { floor, now in floor.explain(contact, now: now) }))
            }
            #expect(Set(live.map(\.contact.state)).count > 1)
            for explanation in live {
                #expect(try await host.replay.explain(contact, at: explanation.at) == explanation)
            }
            let before = Timestamp(microseconds: live[0].contact.openedAt.microseconds - 1)
            #expect(try await host.replay.explain(contact, at: before) == nil)
        }
    }
}
