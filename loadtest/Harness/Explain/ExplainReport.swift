public import GatewayAPI

/// What comparing explanations that were given live with those of the journal has shown.
public struct ExplainReport: Sendable {
    /// Contacts that were explained live, by the states in which they were.
    public private(set) var contacts: [Contact.State: Int] = [:]
    /// What kept agents from them, by how many contacts it kept any from.
    public private(set) var obstacles: [String: Int] = [:]
    /// Those that the journal explains otherwise.
    public private(set) var differences: [Difference] = []

    /// How many differences are shown.
    private static let shown = 5

    /// A contact that is explained in two ways.
    public struct Difference: Sendable {
        /// What was said live.
        public let live: ContactExplanation
        /// What the journal says of the same instant; nil when it does not know the contact then.
        public let replayed: ContactExplanation?
    }

    /// How many contacts were compared.
    public var count: Int { contacts.values.reduce(0, +) }

    mutating func add(_ live: ContactExplanation, replayed: ContactExplanation?) {
        contacts[live.state, default: 0] += 1
        for obstacle in live.obstacles.keys { obstacles[obstacle, default: 0] += 1 }
        if live != replayed { differences.append(Difference(live: live, replayed: replayed)) }
    }

    /// A line for all of them, and one for each of the first differences.
    public var text: String {
        let states = Contact.State.allCases.compactMap { state in contacts[state].map { "\($0) \(state.rawValue)" } }
        let verdict = differences.isEmpty ? "no difference" : "\(differences.count) differences"
        let first =
            "\(count) contacts explained live and from the journal: \(verdict) (\(states.joined(separator: ", ")))"
        let kept = obstacles.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let lines = [first, "  what kept agents from them: \(kept)"]
        return (lines + differences.prefix(Self.shown).map { "  " + $0.text }).joined(separator: "\n")
    }
}

extension ExplainReport.Difference {
    /// The first thing that differs, in a line.
    fileprivate var text: String {
        guard let replayed else { return "\(live.contact) at \(live.at): the journal does not know it" }
        let parts = zip(Self.parts(of: live), Self.parts(of: replayed))
        guard let (one, other) = parts.first(where: { $0.text != $1.text }) else {
            return "\(live.contact): of \(live.at) live, of \(replayed.at) from the journal"
        }
        return "\(live.contact) at \(live.at): \(one.name) is \(one.text) live, \(other.text) from the journal"
    }

    private static func parts(of explanation: ContactExplanation) -> [(name: String, text: String)] {
        [
            ("state", explanation.state.rawValue), ("summary", explanation.summary), ("next", "\(explanation.next)"),
            ("queue", explanation.queue), ("place in it", "\(explanation.ahead, default: "none")"),
            ("choice of the site", "\(explanation.choice, default: "none")"), ("customer", "\(explanation.customer)"),
            ("waits for", explanation.waitsFor), ("requirement", explanation.requirement ?? "none"),
            ("agents", "\(explanation.agents)"),
            ("obstacles", "\(explanation.obstacles.sorted { $0.key < $1.key })"),
        ]
    }
}
