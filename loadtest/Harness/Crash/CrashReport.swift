import ContactCenter
public import Foundation
public import History

/// What rounds of striking a node or a cluster showed.
public struct CrashReport: Hashable, Sendable, Codable {
    /// How long the node or the cluster took to serve again, in seconds: a killed node from its start on, a cluster
    /// from the strike on.
    public var recoverySeconds: [Double]
    /// What became of the contacts of all rounds.
    public var contacts: RunCounts
    /// What the checker found in the history of all rounds.
    public var history: HistoryReport
    /// Where the history is, if it was kept.
    public var historyPath: String

    init(recoveries: [Duration], contacts: RunCounts, history: HistoryReport, historyPath: String) {
        recoverySeconds = recoveries.map(\.inSeconds)
        self.contacts = contacts
        self.contacts.lost = history.contacts.lost
        self.contacts.doubled = history.contacts.doubled
        self.history = history
        self.historyPath = historyPath
    }

    /// The report for people.
    public var text: String {
        let slowest = recoverySeconds.max()
        var lines = [
            "\(recoverySeconds.count) rounds: \(contacts.opened) contacts opened, \(contacts.answered) answered, "
                + "\(contacts.lost) lost, \(contacts.doubled) doubled; serving again after \(Phrase.seconds(slowest)) at most",
            "\(history.violationCount) violations in \(history.entries) entries",
        ]
        lines += history.violations.prefix(50).map { "  \($0)" }
        if history.violationCount > 0 { lines.append("The history is kept at \(historyPath)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The report as JSON.
    public func json() throws(HarnessError) -> Data {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        } catch {
            throw HarnessError(.file, "The report cannot be written as JSON.", cause: error)
        }
    }
}
