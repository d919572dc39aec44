import ContactCenter
import Testing

@testable import LoadHarness

@Suite("A center in virtual time")
struct VirtualCenterTests {
    private func arrivals(load: Double, agents: [Int], contacts: Int, patience: Duration?) -> [VirtualArrival] {
        var kind = ContactKind()
        kind.distribution = .exponential
        kind.handling = .seconds(100)
        kind.patience = patience
        var scenario = Scenario(name: "test")
        scenario.contacts = [kind]
        var pattern = ArrivalPattern()
        pattern.rate = load * Double(agents.reduce(0, +)) / 100
        let generated = GeneratedArrivals(
            scenario, pattern: pattern, length: .seconds(Double(contacts) / pattern.rate), queues: [OneQueue.id],
            seed: 3)
        return Array(VirtualArrivals(generated, weights: agents, seed: 3))
    }

    private func play(
        _ arrivals: [VirtualArrival], agents: [Int], _ settings: VirtualSettings
    ) throws -> VirtualFigures {
        var center = try VirtualCenter(
            OneQueue.configuration(agents: agents), settings: settings, behaviour: AgentBehaviour(),
            arrivals: arrivals.makeIterator(), seed: 3)
        return center.run()
    }

    @Test("of one site serves every contact exactly when a plain queue would", arguments: [nil, Duration.seconds(60)])
    func oneSite(patience: Duration?) throws {
        let arrivals = arrivals(load: 0.95, agents: [5], contacts: 600, patience: patience)
        let figures = try play(arrivals, agents: [5], VirtualSettings())
        var site = PlainSite(agents: 5)
        let plain = arrivals.map { site.take($0.contact) }
        #expect(figures.contacts == arrivals.count)
        #expect(figures.answered == plain.count { $0.isAnswered })
        #expect(figures.abandoned == plain.count { !$0.isAnswered })
        #expect(figures.delayed == plain.count { $0.wait > 0 })
        #expect(abs(figures.waitSeconds - plain.reduce(0) { $0 + Double($1.wait) / 1e6 }) < 0.001)
        #expect(figures.offersAcross == 0)
    }

    @Test("of three sites answers contacts at another site after a round trip, and nearly as soon as one would")
    func threeSites() throws {
        let (agents, settings) = ([2, 2, 2], VirtualSettings())
        let arrivals = arrivals(load: 0.9, agents: agents, contacts: 600, patience: .seconds(60))
        let figures = try play(arrivals, agents: agents, settings)
        let pooled = UsualWay.pooled.meanWait(of: arrivals, agents: agents, after: 0)
        let split = UsualWay.split.meanWait(of: arrivals, agents: agents, after: 0)
        #expect(figures.answered + figures.abandoned == arrivals.count)
        #expect(figures.answeredAcross > arrivals.count / 10)
        #expect(figures.meanWait < split * 0.8)
        #expect(figures.meanWait < pooled + max(0.2 * pooled, settings.roundTrip.inSeconds * 4))
    }

    @Test("of two sites takes a round trip to answer with the agent of the other")
    func roundTrip() throws {
        let template = OpeningTemplate(
            channel: .voice, queue: OneQueue.id, attributes: Attributes(), requirement: nil, priority: nil)
        let contact = PlannedContact(at: 10_000_000, opening: template, handling: 1_000_000, wrapUp: 0)
        let arrivals = [0, 0].map { VirtualArrival(contact: contact, site: $0) }
        var settings = VirtualSettings()
        settings.delay = .milliseconds(30)
        let figures = try play(arrivals, agents: [1, 1], settings)
        #expect(figures.answered == 2 && figures.delayed == 1)
        #expect(abs(figures.waitSeconds - 0.06) < 1e-9)
        #expect(figures.offersAcross == 1)
    }
}
