import Foundation

/// Single queues, case by case, beside Erlang's formulas.
public struct ErlangReport: Codable, Sendable {
    /// Every case.
    public var cases: [ErlangComparison]

    public init(cases: [ErlangComparison]) {
        self.cases = cases
    }

    /// Whether all agree.
    public var agrees: Bool { cases.allSatisfy(\.agrees) }

    /// The cases as a table for people.
    public var table: String {
        let names = cases.first?.figures.map(\.name) ?? []
        let head = ["load", "agents", "patience"] + names.flatMap { [$0, "played", "±"] } + [""]
        let rows = cases.map { item in
            ["\(item.load)", "\(item.agents)", item.patienceSeconds.map { "\(Int($0)) s" } ?? "-"]
                + item.figures.flatMap { [$0.exact, $0.played.mean, $0.played.halfWidth] }
                .map { String(format: "%.4f", $0) } + [item.agrees ? "ok" : "DIFFERS"]
        }
        return "Waits in seconds; all intervals together hold with 95 %\n\n" + TextTable.aligned([head] + rows)
    }
}
