import Cluster
import ContactCenter
import Testing

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct PartitionHostNoticeTests {
    /// Reads a stream until an item that `wanted` accepts is there; returns all up to it.
    private func read(
        _ stream: NoticeSubscription, of host: PartitionHost, until wanted: (NoticeItem) -> Bool
    ) async throws -> [NoticeItem] {
        var items: [NoticeItem] = []
        while !items.contains(where: wanted), let more = try await host.nextNotices(of: stream) { items += more }
        return items
    }

    private func isOffer(_ item: NoticeItem) -> Bool {
        if case .notice(.offered) = item.content { true } else { false }
    }

    private func isReset(_ item: NoticeItem) -> Bool {
        if case .reset = item.content { true } else { false }
    }

    @Test func aStreamBeginsWithTheWholeStateAndGoesOnFromThere() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna)
            let stream = try await host.attach(Fixture.anna, incarnation: 5, after: nil).get()
            _ = try await fixture.opened()
            let items = try await read(stream, of: host, until: isOffer)
            guard case .reset(.agent(let state?))? = items.first?.content else {
                throw CenterError(.invalid, "the stream did not begin with the agent")
            }
            #expect(state.agent.isReachable)
            #expect(items.filter(isReset).count == 1)
            #expect(items.map(\.position) == items.map(\.position).sorted())
        }
    }

    @Test func noticesWaitForTheJournal() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna)
            let stream = try await host.attach(Fixture.anna, incarnation: 5, after: nil).get()
            _ = try await host.nextNotices(of: stream)
            fixture.journal.hold()
            async let contact = fixture.opened()
            await eventually { fixture.journal.heldCount == 1 }
            let position = await host.status().position
            async let items = read(stream, of: host, until: isOffer)
            fixture.journal.letGo()
            let offer = try #require(try await items.last)
            #expect(offer.position.sequence > position)
            _ = try await contact
        }
    }

    @Test func aStreamIsResumedWhereItBrokeOff() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna)
            let first = try await host.attach(Fixture.anna, incarnation: 5, after: nil).get()
            let seen = try #require(try await host.nextNotices(of: first)?.last)
            await host.detach(Fixture.anna, incarnation: 5, first)
            let second = try await host.attach(Fixture.anna, incarnation: 6, after: seen.position).get()
            let contact = try await fixture.opened()
            let items = try await read(second, of: host, until: isOffer)
            #expect(!items.contains(where: isReset))
            #expect(items.allSatisfy { $0.position > seen.position })
            guard case .notice(.offered(let offer))? = items.last?.content else {
                throw CenterError(.invalid, "no offer came")
            }
            #expect(offer.contact == contact)
        }
    }

    @Test func aStreamIsResumedAfterARestart() async throws {
        let fixture = Fixture()
        let seen = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna)
            let stream = try await host.attach(Fixture.anna, incarnation: 5, after: nil).get()
            let seen = try #require(try await host.nextNotices(of: stream)?.last)
            _ = try await fixture.opened()
            return (seen, try await read(stream, of: host, until: isOffer))
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            let stream = try await host.attach(Fixture.anna, incarnation: 6, after: seen.0.position).get()
            let items = try await read(stream, of: host, until: isOffer)
            #expect(Array(items.prefix(seen.1.count)) == seen.1)
        }
    }

    @Test func aStreamTooFarBackBeginsAnew() async throws {
        let fixture = Fixture { $0.noticesKept = 4 }
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            for _ in 0..<10 { _ = try await fixture.opened() }
            let stream = try await host.supervise(after: .start)
            let items = try await read(stream, of: host, until: isReset)
            guard case .reset(.supervisor(let state))? = items.first?.content else {
                throw CenterError(.invalid, "the stream did not begin anew")
            }
            #expect(state.queues.first?.waiting == 10)
            #expect(state.agents.count == 2)
        }
    }

    @Test func aReaderThatIsTooSlowBeginsAnew() async throws {
        let fixture = Fixture { $0.noticesWaiting = 4 }
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let stream = try await host.supervise(after: nil)
            for _ in 0..<10 { _ = try await fixture.opened() }
            let items = try await read(stream, of: host, until: isReset)
            guard case .reset(.supervisor(let state))? = items.first?.content else {
                throw CenterError(.invalid, "the stream did not begin anew")
            }
            #expect(state.queues.first?.waiting == 10)
        }
    }

    @Test func anUnknownAgentHasNoStream() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            guard case .failure(let refusal) = try await host.attach("nobody", incarnation: 5, after: nil) else {
                throw CenterError(.invalid, "there was a stream")
            }
            #expect(refusal.code == .notFound)
            #expect(await host.status().streams == 0)
        }
    }

    @Test func streamsOfAnOldProcessAreDetachedAtARestart() async throws {
        let fixture = Fixture()
        try await fixture.withHost { _ async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna, stream: 5)
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            #expect(try await host.read { floor, _ in floor.agent(Fixture.anna)?.isReachable } == false)
        }
    }
}
