import ContactCenter
import Foundation
import Testing

@testable import LoadHarness

@Suite("Studies in virtual time")
struct StudyTests {
    private func scenario(_ name: String) throws -> Scenario {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../loadtest/scenarios")
        return try ScenarioReader.read(file: root.appending(path: "\(name).yaml").path)
    }

    private func published() throws -> [ErlangCase] {
        guard case .erlang(let cases, _) = try scenario("erlang").simulation.subject else { throw CancellationError() }
        return cases
    }

    @Test("in twenty published cases a floor serves every contact exactly when a plain queue would")
    func floorIsPlain() throws {
        let cases = try published()
        #expect(cases.count >= 20)
        let study = ErlangStudy(cases, contacts: 60, replications: 2, seed: 1)
        for item in cases {
            let arrivals = Array(study.arrivals(of: item, seed: 7))
            var site = PlainSite(agents: item.agents)
            let waits = arrivals.map { site.take($0.contact).wait }
            var center = try VirtualCenter(
                OneQueue.configuration(agents: [item.agents]), settings: VirtualSettings(),
                behaviour: AgentBehaviour(), arrivals: arrivals.makeIterator(), seed: 7)
            let figures = center.run()
            #expect(figures.delayed == waits.count { $0 > 0 })
            #expect(abs(figures.waitSeconds - waits.reduce(0) { $0 + Double($1) / 1e6 }) < 0.001)
        }
    }

    @Test("in twenty published cases a plain queue agrees with Erlang C and A within its confidence interval")
    func plainIsErlang() throws {
        let cases = try published()
        let study = ErlangStudy(cases, contacts: 6_000, replications: 6, seed: 1)
        for item in cases {
            let start = study.warmUp(of: item).wholeMicroseconds
            let plays = (0..<6).map { number -> (delay: Double, wait: Double) in
                var site = PlainSite(agents: item.agents)
                var (count, delayed, wait) = (0, 0, 0.0)
                for arrival in study.arrivals(of: item, seed: Replications.seed(1, number)) {
                    let taken = site.take(arrival.contact).wait
                    guard arrival.contact.at >= start else { continue }
                    count += 1
                    delayed += taken > 0 ? 1 : 0
                    wait += Double(taken) / 1e6
                }
                return (Double(delayed) / Double(count), wait / Double(count))
            }
            let model = item.model(handlingSeconds: ErlangStudy.handlingSeconds)
            // Together they hold with 95 %.
            let confidence = 1 - 0.05 / Double(2 * cases.count)
            let delay = Interval(plays.map(\.delay), confidence: confidence)
            let wait = Interval(plays.map(\.wait), confidence: confidence)
            #expect(delay.contains(model.delayProbability), "\(item) \(delay) \(model.delayProbability)")
            #expect(wait.contains(model.meanWaitSeconds), "\(item) \(wait) \(model.meanWaitSeconds)")
        }
    }

    @Test("a queue that is not what the formula is about is told from it")
    func disagreement() async throws {
        let item = ErlangCase(load: 8, agents: 10)
        let comparison = try await ErlangStudy([item], contacts: 400, replications: 8, seed: 1).play(item)
        let other = ErlangCase(load: 8, agents: 9).model(handlingSeconds: 180)
        #expect(comparison.figures[0].agrees && !comparison.figures[0].played.contains(other.delayProbability))
    }

    @Test("a pooled queue is within its limit, and what exceeds it is told")
    func pooling() async throws {
        var scenario = try scenario("pooling")
        guard case .pooling(var plan) = scenario.simulation.subject else { throw CancellationError() }
        #expect(plan.sites == [2, 3, 6, 20] && plan.loads == [0.85, 0.92, 0.97])
        #expect(scenario.simulation.between.roundTrip == .milliseconds(40))
        plan.agents = 12
        scenario.duration = .seconds(1_800)
        scenario.simulation.replications = 2
        scenario.simulation.between.warmUp = .seconds(600)
        let study = try PoolingStudy(plan, of: scenario)
        #expect(study.cases.count == 12)
        var item = try await study.play(sites: 3, load: 0.92)
        #expect(item.isMet && item.splitMeanWaitSeconds > item.limitSeconds)
        #expect(item.answeredAcross > 0.1)
        item.meanWaitSeconds = item.limitSeconds + 0.001
        var report = PoolingReport(of: scenario)
        #expect(report.isMet && report.handlingSeconds == 180 && report.patienceSeconds == 180)
        report.cases = [item]
        #expect(!report.isMet && report.table.contains("MISSED"))
    }

    @Test("a scenario beside itself differs by nothing, beside one with more agents by a shorter wait")
    func comparison() async throws {
        func scenario(agents: Int) throws -> Scenario {
            try ScenarioReader.read(
                """
                duration: 10m
                center: { generated: { queues: 2, skills: 2, agents: \(agents), sites: [fra, nyc] } }
                arrivals: { rate: 0.2 }
                contacts: [ { handling: 40s, patience: 2m, wrap-up: 5s } ]
                agents: { answer: 1s, reject: 5% }
                simulation: { replications: 3, warm-up: 1m, delay: 30ms, journal: 2ms }
                """, name: "with-\(agents)")
        }
        func difference(_ report: SimulationReport, _ name: String) throws -> Interval {
            try #require(report.measures.first { $0.name == name }?.difference)
        }
        let few = try scenario(agents: 10)
        let same = try await SimulationStudy(few, folder: ".", against: few, otherFolder: ".").play()
        #expect(try difference(same, "meanWaitSeconds") == Interval([0, 0, 0]))
        let more = try await SimulationStudy(few, folder: ".", against: scenario(agents: 16), otherFolder: ".").play()
        #expect(try difference(more, "meanWaitSeconds").mean > 0)
        #expect(try difference(more, "occupancy").mean > 0)
        #expect(try difference(more, "contacts") == Interval([0, 0, 0]))
    }

    @Test("a pooled queue is of one kind of contact, exponentially handled")
    func oneKind() throws {
        var scenario = try scenario("pooling")
        scenario.contacts[0].distribution = .logNormal
        let refused = scenario
        #expect(throws: HarnessError.self) { try PoolingStudy(PoolingPlan(), of: refused) }
    }

    @Test("a generated center may have more agents than a file has room for")
    func large() throws {
        guard case .generated(let center) = try scenario("simulated-day").center else { throw CancellationError() }
        let configuration = try #require(center.configuration())
        #expect(configuration.agents.count == 20_000 && Set(configuration.agents.map(\.id)).count == 20_000)
        #expect(configuration.agents.count { $0.site == "s20" } == 1_000)
        #expect(configuration.agents[19_999].skills == configuration.agents[19_999 - 1_280].skills)
    }

    @Test("mistakes of a simulation are said with their places")
    func mistakes() {
        let source = """
            simulation:
              delay: 3s
              pooling: { sites: [30], agents: 20 }
              erlang: { cases: [ { load: 5, agents: 5 } ] }
            """
        let error = #expect(throws: HarnessError.self) {
            try ScenarioReader.read(source, name: "bad", path: "bad.yaml")
        }
        #expect(error?.message.contains("line 2, column 10") == true)
        #expect(error?.message.contains("of `pooling`, or of `erlang`") == true)
    }
}
