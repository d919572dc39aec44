import ConfigurationFile
import ContactCenter

/// Reads what concerns virtual time alone.
extension ScenarioReader {
    static func simulation(_ node: LocatedNode) -> SimulationPlan {
        var plan = SimulationPlan()
        let fields = node.fields("replications", "warm-up", "delay", "journal", "pooling", "erlang")
        plan.replications = fields?["replications"]?.integer(in: 2...10_000) ?? plan.replications
        plan.between = between(fields)
        switch (fields?["pooling"], fields?["erlang"]) {
        case (let pooling?, nil): plan.subject = .pooling(Self.pooling(pooling))
        case (nil, let erlang?): plan.subject = Self.erlang(erlang)
        case (nil, nil): break
        case (_?, _?): node.report("a simulation is of `pooling`, or of `erlang`, or of the scenario's center")
        }
        return plan
    }

    private static func between(_ fields: LocatedMapping?) -> VirtualSettings {
        var settings = VirtualSettings()
        settings.warmUp = fields?["warm-up"]?.duration(in: .zero...(.seconds(7 * 86_400))) ?? settings.warmUp
        // Far enough below the patience of a claim that its answer is always there before.
        settings.delay = fields?["delay"]?.duration(in: .zero...(.milliseconds(200))) ?? settings.delay
        settings.journal = fields?["journal"]?.duration(in: .zero...(.milliseconds(20))) ?? settings.journal
        return settings
    }

    private static func pooling(_ node: LocatedNode) -> PoolingPlan {
        var plan = PoolingPlan()
        let fields = node.fields("sites", "loads", "agents", "tolerance")
        plan.sites = fields?["sites"]?.listOrOne()?.compactMap { $0.integer(in: 1...1_000) } ?? plan.sites
        plan.loads = fields?["loads"]?.listOrOne()?.compactMap { $0.share() } ?? plan.loads
        plan.agents = fields?["agents"]?.integer(in: 1...100_000) ?? plan.agents
        plan.tolerance = fields?["tolerance"]?.share() ?? plan.tolerance
        if let most = plan.sites.max(), most > plan.agents {
            node.report("\(most) sites need \(most) agents at least, and there are \(plan.agents)")
        }
        return plan
    }

    private static func erlang(_ node: LocatedNode) -> SimulationPlan.Subject {
        let fields = node.fields("contacts", "cases")
        let cases = fields?.required("cases")?.list()?.compactMap { item -> ErlangCase? in
            guard let fields = item.fields("load", "agents", "patience"),
                let load = fields.required("load")?.number(in: 0.001...100_000),
                let agents = fields.required("agents")?.integer(in: 1...100_000)
            else { return nil }
            let patience = fields["patience"]?.number(in: 0.001...1_000)
            guard patience != nil || load < Double(agents) else {
                item.report("without patience the load is below the number of agents")
                return nil
            }
            return ErlangCase(load: load, agents: agents, patience: patience)
        }
        return .erlang(cases ?? [], contacts: fields?["contacts"]?.integer(in: 100...100_000_000) ?? 100_000)
    }
}
