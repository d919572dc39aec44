import Foundation

extension SimulationReport {
    /// The report for people.
    public var table: String {
        var head = ["", scenario, "±"]
        if let against { head += [against, "±", "difference", "±"] }
        let rows = measures.map { measure in
            [measure.name]
                + [measure.value, measure.against, measure.difference].compactMap { $0 }
                .flatMap { [$0.mean, $0.halfWidth] }.map { Self.written($0) }
        }
        let title =
            "\(sites) sites, \(agents) agents, \(contacts) contacts in \(replications) replications of "
            + "\(Phrase.seconds(seconds)); played in \(Phrase.seconds(playedInSeconds))"
        return title + "\n\n" + TextTable.aligned([head] + rows)
    }

    private static func written(_ value: Double) -> String {
        String(format: abs(value) >= 1_000 ? "%.0f" : "%.4f", value)
    }
}
