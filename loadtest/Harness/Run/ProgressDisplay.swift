import Foundation

/// Shows how a run is going: one line that is renewed on a terminal, a line every few seconds elsewhere.
struct ProgressDisplay: Sendable {
    private let isShown: Bool
    private let isTerminal: Bool
    private let name: String
    private var shownAt: Int64 = -10

    /// How many seconds lie between lines that are not on a terminal.
    private static let pause: Int64 = 5

    init(isShown: Bool, name: String) {
        self.isShown = isShown
        self.name = name
        isTerminal = isatty(2) == 1
    }

    mutating func show(phase: String, seconds: Int64, counts: RunCounts, live: Int, routing: LatencyFigures) {
        guard isShown, isTerminal || seconds - shownAt >= Self.pause else { return }
        shownAt = seconds
        var line = "\(name): \(phase), \(seconds) s: \(counts.opened) opened, \(counts.answered) answered, "
        line += "\(counts.abandoned) abandoned, \(live) live"
        if routing.count > 0 {
            line +=
                "; arrival to offer p50 \(Phrase.milliseconds(routing.p50)), p99 \(Phrase.milliseconds(routing.p99))"
        }
        if counts.sentLate > 0 { line += "; \(counts.sentLate) sent late" }
        write(isTerminal ? "\r\u{1B}[K\(line)" : line + "\n")
    }

    func finish() {
        if isShown, isTerminal { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
