import ContactCenter
import Testing
import Wire

@Suite("A floor that was read back")
struct RestoredFloorTests {
    @Test("goes on by the center's times and dispositions")
    func settings() throws {
        var configuration = CenterConfiguration.sample
        configuration.settings.offerTimeout = .seconds(7)
        configuration.settings.wrapUpLimit = .seconds(11)
        configuration.settings.endedRetention = .seconds(3)
        configuration.settings.commandWindow = .seconds(12)
        configuration.dispositions = [DispositionConfiguration(code: "done")]
        var test = TestFloor(configuration)
        test.staff("ann")
        test.floor = try Floor(wireBytes: test.floor.wireBytes())
        let contact = test.open()
        #expect(test.told("ann").contains { $0.deadline == test.now.advanced(by: .seconds(7)) })
        test.accept(contact)
        test.send(.complete(contact))
        let upcoming = test.floor.explain(contact, now: test.now)?.upcoming
        #expect(upcoming?.compactMap(\.at) == [test.now.advanced(by: .seconds(11))])
        let without = test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)))
        #expect(test.refusal(without) == .invalid)
        let with = test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: "done")))
        #expect(with == .done(.nothing))
        let end = test.floor.explain(contact, now: test.now)?.upcoming
        #expect(end?.compactMap(\.at) == [test.now.advanced(by: .seconds(3))])
        let late = Command(id: CommandID(time: test.now, random: &test.random), body: .signIn("bob"))
        test.now = test.now.advanced(by: .seconds(13))
        #expect(test.refusal(test.send(late)) == .expired)
    }
}

extension Notice {
    /// By when the offer that it tells of is to be answered; nil for any other.
    fileprivate var deadline: Timestamp? {
        guard case .offered(let offer) = self else { return nil }
        return offer.deadline
    }
}
