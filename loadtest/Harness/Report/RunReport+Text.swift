import History

extension RunReport {
    /// What one line says, and what it is about; empty where it goes on from the line before.
    typealias Line = (name: String, value: String)

    /// The report for people.
    public var text: String {
        var text = ["", "\(scenario)\(label.isEmpty ? "" : ": \(label)")", ""]
        text += lines.map { "  " + $0.name + String(repeating: " ", count: max(1, 18 - $0.name.count)) + $0.value }
        for violation in violations.prefix(20) { text.append("  \(violation)") }
        if let trace { text += trace.lines }
        return text.joined(separator: "\n") + "\n"
    }

    /// What was measured, line by line.
    var lines: [Line] {
        var lines: [Line] = [("Contacts", contactLine)]
        if contacts.cutOff > 0 { lines.append(("", "\(contacts.cutOff) still waited at the end and were cut off")) }
        lines.append(("Arrivals", arrivalLine))
        if let routes { lines += routeLines(routes) }
        if let pooled { lines.append(("Mean wait", pooled.line)) }
        let mostOrPlayed = "\(rounded(livesPerSecond)) whole contact lives a second"
        lines.append(("Throughput", mostOrPlayed + ", \(contacts.requests) requests"))
        lines.append(("Routing latency", latencyLine(routingLatency, of: "offered at once")))
        lines.append(("Arrival to offer", latencyLine(arrivalToOffer, of: "offered for the first time")))
        lines.append(("Freed to offer", latencyLine(freedToOffer, of: "that had waited")))
        if floor.count > 0 { lines.append(("Floor", floorLine)) }
        let levels = serviceLevel.sorted { $0.key < $1.key }.map { "\(Phrase.percent($0.value)) \($0.key)" }
        lines.append(("Service level", levels.isEmpty ? "none answered" : levels.joined(separator: ", ")))
        lines.append(("ASA", Phrase.seconds(asaSeconds)))
        if contacts.retries > 0 || contacts.failures > 0 {
            lines.append(("Trouble", "\(contacts.failures) requests without an answer, \(contacts.retries) retries"))
        }
        lines.append(("Checker", checkerLine))
        return lines
    }

    /// How many contacts stayed at their session's site, how many went elsewhere, and where from and to.
    private func routeLines(_ routes: [SiteRoute]) -> [Line] {
        let within = routes.filter(\.isWithin).reduce(0) { $0 + $1.contacts }
        let across = routes.filter { !$0.isWithin }.reduce(0) { $0 + $1.contacts }
        let total = max(within + across, 1)
        let shares = [within, across].map { Phrase.percent(Double($0) / Double(total)) }
        let sites = Set(routes.flatMap { [$0.session, $0.agent] }).sorted()
        let summary =
            "\(within) within their session's site (\(shares[0])), \(across) to another site's agents (\(shares[1]))"
        return [("Routed", summary)]
            + sites.map { session in
                let parts = routes.filter { $0.session == session }.map { "\($0.contacts) by \($0.agent)" }
                return ("", "at \(session): " + (parts.isEmpty ? "none" : parts.joined(separator: ", ")))
            }
    }

    private var contactLine: String {
        "\(contacts.opened) opened: \(contacts.answered) answered, \(contacts.abandoned) abandoned; "
            + "\(contacts.refused) refused, \(contacts.unknown) unknown, \(contacts.lost) lost, "
            + "\(contacts.doubled) doubled"
    }

    private var arrivalLine: String {
        "\(contacts.arrivals) in \(rounded(seconds)) s"
            + (contacts.sentLate > 0 ? ", \(contacts.sentLate) sent late" : "")
    }

    private var floorLine: String {
        "p50 \(Phrase.milliseconds(floor.p50)), p99 \(Phrase.milliseconds(floor.p99)) (round trip "
            + "\(Phrase.milliseconds(floorParts.roundTrip.p50)), commit \(Phrase.milliseconds(floorParts.commit.p50)), "
            + "event \(Phrase.milliseconds(floorParts.event.p50)))"
    }

    private var checkerLine: String {
        guard let history else { return "no history was recorded" }
        return violationCount == 0
            ? "\(history.entries) entries, nothing wrong" : "\(violationCount) violations in \(history.entries) entries"
    }

    private func latencyLine(_ figures: LatencyFigures, of what: String) -> String {
        guard figures.count > 0 else { return "none measured" }
        let contacts = figures.count == 1 ? "contact" : "contacts"
        return "p50 \(Phrase.milliseconds(figures.p50)), p99 \(Phrase.milliseconds(figures.p99)), p99.9 "
            + "\(Phrase.milliseconds(figures.p999)), longest \(Phrase.milliseconds(figures.max)) "
            + "(\(figures.count) \(contacts) \(what))"
    }

    private func rounded(_ value: Double) -> String {
        value >= 100 ? String(Int(value.rounded())) : String((value * 10).rounded() / 10)
    }
}

extension TraceComparison {
    /// The comparison as a table.
    var lines: [String] {
        var lines = ["", "  \(day), then and replayed: calls, mean wait, abandoned", ""]
        for row in rows {
            let name = row.hour.map { "  \($0):00" } ?? row.type
            lines.append("    " + pad(name, 8) + pad(figures(row.historical), 30) + figures(row.replayed))
        }
        if !leftOut.isEmpty {
            lines += ["", "  Left out: " + leftOut.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")]
        }
        return lines
    }

    private func figures(_ counts: GroupCounts) -> String {
        let share = counts.abandonedShare.map { Phrase.percent($0) } ?? "-"
        return pad("\(counts.count)", 6) + pad(counts.meanWait.map { Phrase.seconds($0) } ?? "-", 10) + share
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
