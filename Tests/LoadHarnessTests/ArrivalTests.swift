import ContactCenter
import Testing

@testable import LoadHarness

@Suite struct ArrivalTests {
    private static func arrivals(_ scenario: Scenario) -> [PlannedContact] {
        var source = GeneratedArrivals(
            scenario, pattern: scenario.arrivals, length: scenario.duration, queues: ["one", "two"],
            seed: scenario.seed)
        var all: [PlannedContact] = []
        while let next = source.next() { all.append(next) }
        return all
    }

    private static var scenario: Scenario {
        var scenario = Scenario(name: "test")
        scenario.duration = .seconds(100)
        scenario.arrivals.rate = 50
        var kind = ContactKind()
        kind.handling = .seconds(4)
        kind.variation = 0.5
        kind.patience = .seconds(10)
        scenario.contacts = [kind]
        return scenario
    }

    @Test func theSameSeedPlansTheSameContacts() {
        let (first, second) = (Self.arrivals(Self.scenario), Self.arrivals(Self.scenario))
        #expect(first.map(\.at) == second.map(\.at))
        #expect(first.map(\.handling) == second.map(\.handling))
        #expect(first.map(\.patience) == second.map(\.patience))
    }

    @Test func arrivalsComeInOrderAtTheRateAskedFor() {
        let times = Self.arrivals(Self.scenario).map(\.at)
        #expect(times == times.sorted())
        #expect((4_700...5_300).contains(times.count))
    }

    @Test func aSpikeMultipliesTheRate() {
        var scenario = Self.scenario
        scenario.arrivals.spikes = [.init(at: .seconds(50), length: .seconds(10), times: 5)]
        let times = Self.arrivals(scenario).map(\.at)
        let inside = times.filter { (50_000_000..<60_000_000).contains($0) }.count
        #expect((2_300...2_700).contains(inside))
        #expect((4_100...4_900).contains(times.count - inside))
    }

    @Test func aCurveShapesTheRun() {
        var pattern = ArrivalPattern()
        pattern.rate = 100
        pattern.curve = [.init(at: 0, times: 0), .init(at: 0.5, times: 1), .init(at: 1, times: 0.5)]
        #expect(pattern.rate(at: .seconds(25), of: .seconds(100)) == 50)
        #expect(pattern.rate(at: .seconds(50), of: .seconds(100)) == 100)
        #expect(pattern.rate(at: .seconds(75), of: .seconds(100)) == 75)
    }

    @Test func timesHaveTheMeansAskedFor() {
        let contacts = Self.arrivals(Self.scenario)
        let handling = contacts.reduce(0.0) { $0 + Double($1.handling) } / Double(contacts.count) / 1_000_000
        let patience = contacts.reduce(0.0) { $0 + Double($1.patience ?? 0) } / Double(contacts.count) / 1_000_000
        #expect((3.8...4.2).contains(handling))
        #expect((9.4...10.6).contains(patience))
    }

    @Test func aGeneratedCenterCanBeRead() throws {
        var center = GeneratedCenter()
        center.hasParkedQueue = true
        let configuration = try #require(CenterConfiguration.read(center.source))
        #expect(configuration.agents.count == center.agents)
        #expect(configuration.queues.count == center.queues + 1)
    }
}
