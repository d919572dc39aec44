import Foundation
import Testing

@testable import LoadHarness

@Suite struct RunReportTests {
    private static var report: RunReport {
        var measures = RunMeasures()
        measures.ended = 10_000_000
        measures.counts.opened = 4
        measures.counts.answered = 2
        measures.counts.abandoned = 2
        measures.counts.completed = 2
        measures.completedAtEnd = 2
        measures.answeredWaits = 6_000_000
        measures.answeredWithinThreshold = 1
        measures.abandonedWithinThreshold = 1
        for latency in 1...1_000 { measures.routing.record(Int64(latency)) }
        for latency in 1...1_000 { measures.arrivalToOffer.record(Int64(latency)) }
        measures.second(0) { $0.arrivals = 3 }
        measures.second(9_500_000) { $0.answered = 2 }
        return RunReport(Scenario(name: "a <test>"), measures, floor: FloorFigures(), history: nil)
    }

    private static func thresholds(_ name: String) throws -> RunThresholds {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../loadtest/thresholds")
        return try RunThresholds(contentsOf: folder.appending(path: name).path)
    }

    @Test func theJSONHasWhatItsReadersNeed() throws {
        let object = try JSONSerialization.jsonObject(with: Self.report.json()) as? [String: Any]
        let json = try #require(object)
        let contacts = try #require(json["contacts"] as? [String: Any])
        for key in ["opened", "answered", "abandoned", "refused", "unknown", "lost", "doubled"] {
            #expect(contacts[key] is Int)
        }
        for key in ["routingLatency", "freedToOffer", "floor"] {
            let figures = try #require(json[key] as? [String: Int])
            #expect(Set(figures.keys) == ["p50", "p90", "p99", "p999", "max", "count"])
        }
        #expect((json["routingLatency"] as? [String: Int])?["p50"] == 500)
        #expect(json["livesPerSecond"] as? Double == 0.2)
        #expect(json["asaSeconds"] as? Double == 3)
        #expect(json["violations"] is [Any])
    }

    @Test func aRunIsHeldAgainstAnother() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        var few = Self.report
        few.freedToOffer = LatencyFigures(p50: 100, count: 9)
        try few.json().write(to: file)
        let thresholds = try Self.thresholds("run.json")
        let limit = try #require(thresholds.freedToOfferP50)
        var many = few
        let others = try RunReport(contentsOf: file.path)
        many.freedToOffer.p50 = Int(100 * limit)
        #expect(thresholds.verdicts(on: many, against: others).map(\.isPassed) == [true])
        many.freedToOffer.p50 += 1
        #expect(thresholds.verdicts(on: many, against: others).map(\.isPassed) == [false])
        many.freedToOffer = LatencyFigures()
        #expect(thresholds.verdicts(on: many, against: others).map(\.isPassed) == [false])
    }

    @Test func aClusterIsHeldAgainstASingleNode() throws {
        let thresholds = try Self.thresholds("sites.json")
        let limit = try #require(thresholds.livesPerSecond)
        var (one, cluster) = (Self.report, Self.report)
        one.livesPerSecond = 1_000
        cluster.livesPerSecond = 1_000 * limit + 1
        #expect(thresholds.verdicts(on: cluster, against: one).map(\.isPassed) == [true])
        cluster.livesPerSecond = 1_000 * limit - 1
        #expect(thresholds.verdicts(on: cluster, against: one).map(\.isPassed) == [false])
        one.contacts.completed = 0
        #expect(thresholds.verdicts(on: cluster, against: one).map(\.isPassed) == [false])
    }

    @Test func contactsAreCountedByTheSitesTheyWereRoutedBetween() {
        var routes = SiteRoutes()
        for (session, agent) in [("fra", "fra"), ("fra", "nyc"), ("nyc", "nyc"), ("fra", "fra")] {
            routes.count(from: session, to: agent)
        }
        var report = Self.report
        #expect(!report.text.contains("Routed"))
        report.routes = routes.all
        #expect(report.text.contains("3 within their session's site (75.0 %), 1 to another site's agents (25.0 %)"))
        #expect(report.text.contains("at fra: 2 by fra, 1 by nyc"))
        #expect(report.html.contains("<th></th><td>at fra: 2 by fra, 1 by nyc</td>"))
    }

    @Test func serviceLevelsAreNamedByTheirFormula() {
        let levels = Self.report.serviceLevel
        #expect(levels["answered"] == 0.5)
        #expect(levels["offered"] == 0.25)
        #expect(levels["offered-without-short-abandons"] == 1.0 / 3)
    }

    @Test func thePageNeedsNothingBesideItself() {
        let html = Self.report.html
        #expect(html.contains("<svg"))
        #expect(html.contains("a &lt;test&gt;"))
        #expect(!html.contains("src="))
        #expect(!html.contains("href="))
    }

    @Test func theTextSaysWhatHappened() {
        let text = Self.report.text
        #expect(text.contains("4 opened: 2 answered, 2 abandoned"))
        #expect(text.contains("ASA"))
        #expect(text.contains("3.00 s"))
    }
}
