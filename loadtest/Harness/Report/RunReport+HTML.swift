import History

extension RunReport {
    /// The report as one page that needs no other file.
    public var html: String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>\(scenario.escaped) - load report</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 760px; margin: 2em auto; padding: 0 1em; color: #222 }
        table { border-collapse: collapse } td, th { padding: 2px 14px 2px 0; text-align: left; vertical-align: top }
        svg { width: 100%; font-size: 11px } svg text { fill: #555 } .grid { stroke: #ddd } .bad { color: #b00020 }
        h2 { margin: 1.6em 0 .2em; font-size: 1.1em } .keys { margin: 0; font-size: .9em }
        </style></head><body>
        <h1>\(scenario.escaped)</h1><p>\(label.escaped)</p>
        \(table)
        \(violationList)
        \(charts.map(\.html).joined(separator: "\n"))
        \(trace?.html ?? "")
        </body></html>

        """
    }

    private var table: String {
        let rows = lines.map { "<tr><th>\($0.name.escaped)</th><td>\($0.value.escaped)</td></tr>" }
        return "<table>\(rows.joined())</table>"
    }

    private var violationList: String {
        guard !violations.isEmpty else { return "" }
        let items = violations.prefix(200).map { "<li>\($0.description.escaped)</li>" }
        return "<h2 class='bad'>Violations</h2><ul>\(items.joined())</ul>"
    }

    private var charts: [LineChart] {
        let seconds = timeline.enumerated().map { (Double($0.offset), $0.element) }
        func line(_ value: (SecondCounts) -> Double) -> [(x: Double, y: Double)] {
            seconds.map { (x: $0.0, y: value($0.1)) }
        }
        return [
            LineChart(
                title: "Arrivals and answers", xLabel: "seconds", yLabel: "contacts a second",
                series: [
                    .init(name: "arrived", color: "#1f77b4", points: line { Double($0.arrivals) }),
                    .init(name: "answered", color: "#2ca02c", points: line { Double($0.answered) }),
                    .init(name: "abandoned", color: "#d62728", points: line { Double($0.abandoned) }),
                ]),
            LineChart(
                title: "Waits of those answered", xLabel: "seconds", yLabel: "mean wait, seconds",
                series: [
                    .init(
                        name: "mean wait", color: "#9467bd",
                        points: line { $0.answered > 0 ? Double($0.waits) / Double($0.answered) / 1_000_000 : 0 })
                ]),
            LineChart(
                title: "Slowest offer of each second", xLabel: "seconds", yLabel: "milliseconds",
                series: [
                    .init(name: "arrival to offer", color: "#ff7f0e", points: line { Double($0.slowestOffer) / 1_000 })
                ]),
            percentiles,
        ]
    }

    /// Percentiles on a scale that gives every further nine the same room.
    private var percentiles: LineChart {
        func place(_ percentile: Double) -> Double {
            percentile >= 100 ? 5 : -Self.logarithm(1 - percentile / 100)
        }
        func points(_ curve: [PercentilePoint]) -> [(x: Double, y: Double)] {
            curve.map { (x: place($0.percentile), y: Double($0.microseconds) / 1_000) }
        }
        var chart = LineChart(
            title: "Latency by percentile", xLabel: "percentile", yLabel: "milliseconds",
            series: [
                .init(name: "arrival to offer", color: "#1f77b4", points: points(routingCurve)),
                .init(name: "freed to offer", color: "#2ca02c", points: points(freedCurve)),
            ])
        chart.ticks = [0, 50, 90, 99, 99.9, 99.99, 100].map { (place($0), "\($0)") }
        return chart
    }
}

extension TraceComparison {
    var html: String {
        let cells = rows.map { row in
            let name = row.hour.map { "&nbsp;&nbsp;\($0):00" } ?? "<b>\(row.type.escaped)</b>"
            return "<tr><td>\(name)</td>\(Self.cells(row.historical))\(Self.cells(row.replayed))</tr>"
        }
        return "<h2>\(day.escaped), then and replayed</h2><table><tr><th></th><th colspan=3>then</th>"
            + "<th colspan=3>replayed</th></tr><tr><th></th><th>calls</th><th>wait</th><th>abandoned</th><th>calls</th>"
            + "<th>wait</th><th>abandoned</th></tr>\(cells.joined())</table>"
    }

    private static func cells(_ counts: GroupCounts) -> String {
        "<td>\(counts.count)</td><td>\(counts.meanWait.map { Phrase.seconds($0) } ?? "-")</td>"
            + "<td>\(counts.abandonedShare.map { Phrase.percent($0) } ?? "-")</td>"
    }
}
