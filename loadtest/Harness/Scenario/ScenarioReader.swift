import ConfigurationFile
import ContactCenter
import Foundation

/// Reads scenarios from YAML and says, of everything that is wrong, where it stands and what would be right.
public struct ScenarioReader {
    private static let longest: ClosedRange<Duration> = .zero...(.seconds(7 * 86_400))

    /// Reads the scenario in a file.
    ///
    /// - Throws: ``HarnessError/Code/scenario`` with every mistake and its place.
    public static func read(file path: String) throws(HarnessError) -> Scenario {
        let source: String
        do {
            source = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw HarnessError(.scenario, "The scenario \(path) cannot be read; is the path right?", cause: error)
        }
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        return try read(source, name: name, path: path)
    }

    /// Reads a scenario's text.
    ///
    /// - Throws: ``HarnessError/Code/scenario`` with every mistake and its place.
    public static func read(
        _ source: String, name: String, path: String = "the scenario"
    ) throws(HarnessError) -> Scenario {
        let document = YAMLDocument(source)
        var scenario = Scenario(name: name)
        if let root = document.root { read(root, into: &scenario) }
        guard document.problems.isEmpty else {
            let lines = document.problems.map { "\(path): \($0)" }
            throw HarnessError(.scenario, lines.joined(separator: "\n"))
        }
        return scenario
    }

    private static func read(_ root: LocatedNode, into scenario: inout Scenario) {
        let known = [
            "label", "duration", "seed", "center", "arrivals", "contacts", "agents", "backlog", "keep-backlog",
            "saturation", "drain", "connections", "simulation",
        ]
        guard let fields = root.fields(known) else { return }
        set(&scenario.label, fields["label"]?.text())
        set(&scenario.duration, fields["duration"]?.duration(in: .milliseconds(1)...longest.upperBound))
        set(&scenario.seed, fields["seed"]?.integer(in: 0...Int.max).map(UInt64.init))
        set(&scenario.center, fields["center"].flatMap(center))
        set(&scenario.arrivals, fields["arrivals"].map(arrivals))
        set(&scenario.contacts, fields["contacts"]?.list()?.map(kind))
        set(&scenario.agents, fields["agents"].map(agents))
        set(&scenario.backlog, fields["backlog"]?.integer(in: 0...10_000_000))
        set(&scenario.keepsBacklog, fields["keep-backlog"]?.truth())
        set(&scenario.saturation, fields["saturation"].map(saturation))
        set(&scenario.drain, fields["drain"]?.duration(in: longest))
        set(&scenario.connections, fields["connections"]?.integer(in: 1...10_000))
        set(&scenario.simulation, fields["simulation"].map(simulation))
    }

    private static func center(_ node: LocatedNode) -> CenterSource? {
        if node.isWord("current") { return .current }
        guard let fields = node.fields("file", "generated") else { return nil }
        switch (fields["file"], fields["generated"]) {
        case (let file?, nil): return file.text(bound: 4_096).map(CenterSource.file)
        case (nil, let generated?): return .generated(Self.generated(generated))
        default:
            node.report("a center is `current`, { file: PATH } or { generated: { … } }")
            return nil
        }
    }

    private static func generated(_ node: LocatedNode) -> GeneratedCenter {
        var center = GeneratedCenter()
        let fields = node.fields("queues", "agents", "skills", "capacity", "skills-per-agent", "sites")
        set(&center.queues, fields?["queues"]?.integer(in: 1...1_000))
        set(&center.agents, fields?["agents"]?.integer(in: 1...100_000))
        set(&center.skills, fields?["skills"]?.integer(in: 1...1_000))
        set(&center.capacity, fields?["capacity"]?.integer(in: 1...30))
        if let sites = fields?["sites"]?.list()?.compactMap({ $0.text(bound: 64) }), !sites.isEmpty {
            center.sites = sites
        }
        set(&center.skillsPerAgent, fields?["skills-per-agent"]?.integer(in: 1...100))
        return center
    }

    private static func arrivals(_ node: LocatedNode) -> ArrivalPattern {
        var pattern = ArrivalPattern()
        let fields = node.fields("rate", "spikes", "curve")
        set(&pattern.rate, fields?["rate"]?.number(in: 0...1_000_000))
        set(
            &pattern.spikes,
            fields?["spikes"]?.list()?.compactMap { item in
                guard let fields = item.fields("at", "for", "times"),
                    let at = fields.required("at")?.duration(in: longest),
                    let length = fields.required("for")?.duration(in: longest),
                    let times = fields.required("times")?.number(in: 0...1_000)
                else { return nil }
                return ArrivalPattern.Spike(at: at, length: length, times: times)
            })
        set(
            &pattern.curve,
            fields?["curve"]?.list()?.compactMap { item in
                guard let fields = item.fields("at", "times"), let at = fields.required("at")?.share(),
                    let times = fields.required("times")?.number(in: 0...1_000)
                else { return nil }
                return ArrivalPattern.CurvePoint(at: at, times: times)
            })
        return pattern
    }

    private static func kind(_ node: LocatedNode) -> ContactKind {
        var kind = ContactKind()
        let known = [
            "share", "queue", "channel", "attributes", "requirement", "priority", "handling", "distribution",
            "variation", "patience", "wrap-up",
        ]
        guard let fields = node.fields(known) else { return kind }
        set(&kind.share, fields["share"]?.number(in: 0...1_000_000))
        kind.queue = fields["queue"]?.text(bound: 64).map { QueueID($0) }
        set(&kind.channel, fields["channel"]?.channel())
        kind.requirement = fields["requirement"]?.requirement()?.text
        set(&kind.priorities, fields["priority"]?.listOrOne()?.compactMap { $0.integer(in: -1_000...1_000) })
        set(&kind.handling, fields["handling"]?.duration(in: longest))
        let distributions = ContactKind.Distribution.allCases
        set(&kind.distribution, fields["distribution"]?.choice(among: distributions) { $0.rawValue })
        set(&kind.variation, fields["variation"]?.number(in: 0...10))
        kind.patience = fields["patience"]?.duration(in: .milliseconds(1)...longest.upperBound)
        set(&kind.wrapUp, fields["wrap-up"]?.duration(in: longest))
        for entry in fields["attributes"]?.entries() ?? [] {
            kind.attributes[entry.key] = entry.value.attributeValue()
        }
        return kind
    }

    private static func agents(_ node: LocatedNode) -> AgentBehaviour {
        var behaviour = AgentBehaviour()
        let fields = node.fields("count", "names", "answer", "reject", "ignore")
        behaviour.count = fields?["count"]?.integer(in: 1...100_000)
        set(&behaviour.names, fields?["names"]?.list()?.compactMap { $0.text(bound: 64).map { AgentID($0) } })
        set(&behaviour.answer, fields?["answer"]?.duration(in: longest))
        set(&behaviour.reject, fields?["reject"]?.share())
        set(&behaviour.ignore, fields?["ignore"]?.share())
        return behaviour
    }

    private static func saturation(_ node: LocatedNode) -> Saturation {
        var saturation = Saturation()
        let fields = node.fields("outstanding", "for", "then")
        set(&saturation.outstanding, fields?["outstanding"]?.integer(in: 1...100_000))
        set(&saturation.length, fields?["for"]?.duration(in: .seconds(1)...longest.upperBound))
        set(&saturation.share, fields?["then"]?.share())
        return saturation
    }

    private static func set<Value>(_ place: inout Value, _ value: Value?) {
        if let value { place = value }
    }
}
