import ContactCenter
public import Foundation
public import History

/// What rounds of striking a node or a cluster showed.
public struct CrashReport: Hashable, Sendable, Codable {
    /// What each fault came to.
    public var faults: [FaultFigures]
    /// What became of the contacts of all rounds.
    public var contacts: RunCounts
    /// What the checker found in the history of all rounds.
    public var history: HistoryReport
    /// Where the history is, if it was kept.
    public var historyPath: String

    init(faults: [FaultFigures], contacts: RunCounts, history: HistoryReport, historyPath: String) {
        self.faults = faults
        self.contacts = contacts
        self.contacts.lost = history.contacts.lost
        self.contacts.doubled = history.contacts.doubled
        self.history = history
        self.historyPath = historyPath
    }

    /// Whether nothing was wrong.
    public var isClean: Bool { history.violationCount == 0 && faults.allSatisfy(\.differences.isEmpty) }

    /// The report for people.
    public var text: String {
        var lines = faults.map(\.text)
        lines += [
            "\(contacts.opened) contacts opened, \(contacts.answered) answered, \(contacts.lost) lost, "
                + "\(contacts.doubled) doubled; \(history.violationCount) violations in \(history.entries) entries"
        ]
        lines += history.violations.prefix(50).map { "  \($0)" }
        if !isClean { lines.append("The history is kept at \(historyPath)") }
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
