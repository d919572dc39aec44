import ContactCenter
import Foundation
import LoadHarness
import Testing

@Suite struct ScenarioReaderTests {
    @Test func everyFieldIsRead() throws {
        let scenario = try ScenarioReader.read(
            """
            label: All of it
            duration: 90s
            seed: 12
            center: { generated: { queues: 2, agents: 7, skills: 3, capacity: 2, skills-per-agent: 1 } }
            arrivals:
              rate: 2.5
              spikes: [ { at: 10s, for: 5s, times: 4 } ]
              curve: [ { at: 0%, times: 0.5 }, { at: 50%, times: 1 } ]
            contacts:
              - { share: 2, queue: sales, channel: chat, handling: 3s, variation: 0.5, patience: 1m, wrap-up: 2s,
                  priority: [1, 2], requirement: sales >= 3, attributes: { vip: true } }
            agents: { count: 3, names: [ann], answer: 1s, reject: 10%, ignore: 5% }
            backlog: 9
            keep-backlog: true
            saturation: { outstanding: 5, for: 6s, then: 25% }
            drain: 4s
            connections: 8
            """, name: "all")
        #expect(scenario.duration == .seconds(90))
        #expect(scenario.arrivals.rate == 2.5)
        #expect(scenario.arrivals.spikes.first?.length == .seconds(5))
        #expect(scenario.arrivals.curve.count == 2)
        let kind = try #require(scenario.contacts.first)
        #expect(kind.queue == "sales")
        #expect(kind.channel == .chat)
        #expect(kind.patience == .seconds(60))
        #expect(kind.priorities == [1, 2])
        #expect(kind.attributes["vip"] == .truth(true))
        #expect(scenario.agents.reject == 0.1)
        #expect(scenario.saturation?.share == 0.25)
        #expect(scenario.backlog == 9)
        #expect(scenario.keepsBacklog)
        guard case .generated(let center) = scenario.center else { throw CancellationError() }
        #expect(center.agents == 7)
    }

    @Test func mistakesAreSaidWithTheirPlaces() {
        let source = """
            duration: soon
            arrivals: { rate: 5, spike: [] }
            agents: { reject: 200% }
            """
        let error = #expect(throws: HarnessError.self) {
            try ScenarioReader.read(source, name: "bad", path: "bad.yaml")
        }
        let lines = error?.message.split(separator: "\n") ?? []
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("bad.yaml: line 1, column 11:") == true)
        #expect(lines.dropFirst().first?.contains("line 2, column 22:") == true)
        #expect(lines.last?.contains("line 3, column 19:") == true)
    }

    @Test(arguments: ["smoke", "steady", "spike", "day", "saturation", "backlog", "backlog-small", "bank", "demo"])
    func theScenariosThatAreDeliveredCanBeRead(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../loadtest/scenarios")
        let scenario = try ScenarioReader.read(file: folder.appending(path: "\(name).yaml").path)
        #expect(scenario.name == name)
        #expect(!scenario.label.isEmpty)
    }
}
