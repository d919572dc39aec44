import Cluster
import ContactCenter
import Testing

@testable import Center

/// Accepts that another partition decides on.
@Suite(.timeLimit(.minutes(1))) struct PartitionHostForwardedTests {
    /// Has a contact of partition 1 offered to Anna, who is at home here.
    private func offer(to fixture: Fixture) async throws -> ReservationID {
        try await fixture.prepare()
        try await fixture.staff(Fixture.anna, stream: 1)
        let now = fixture.clock.business.now()
        var other = Floor(partition: 1)
        var output = FloorOutput()
        let configure = Configure(configuration: Fixture.configuration, source: "sample")
        other.handle(fixture.command(.configure(configure)), now: now, into: &output)
        other.learn(
            try await fixture.host.read { floor, _ in
                var floor = floor
                return floor.summary()
            })
        other.handle(fixture.open(), now: now, into: &output)
        let letter = try #require(output.letters.first)
        guard case .reserve(let wish) = letter.body,
            case .done(.reserved(Fixture.anna, _)) = try await fixture.host.submit(fixture.command(letter.body))
        else { throw CenterError(.invalid, "the contact was not offered") }
        return wish.reservation
    }

    @Test func callersWhoWaitForAnotherPartitionsWordCountAmongThoseWhoWait() async throws {
        let fixture = Fixture { $0.waitingOutputs = 1 }
        try await fixture.withHost { host async throws in
            let offer = try await offer(to: fixture)
            let accept = fixture.command(.accept(offer))
            await withThrowingTaskGroup(of: CommandResult.self) { group in
                group.addTask { try await host.submit(accept) }
                await eventually {
                    let status = await host.status()
                    return status.waitingRecords == 0 && status.waitingOutputs == 1
                }
                let error = await #expect(throws: CenterError.self) { try await fixture.opened() }
                #expect(error?.code == .overloaded)
                // Who has gone is not kept.
                group.cancelAll()
                let gone = await #expect(throws: CenterError.self) { try await group.next() }
                #expect(gone?.code == .cancelled)
            }
            #expect(await host.status().waitingOutputs == 0)
            _ = try await fixture.opened()
        }
    }
}
