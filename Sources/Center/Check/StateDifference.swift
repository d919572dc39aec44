import Cluster
import ContactCenter
import Wire

/// Says in what two states of one partition differ.
enum StateDifference {
    /// The most things of one kind that are named.
    private static let bound = 3

    /// What is different, a sentence each, the outermost first.
    ///
    /// - Precondition: The bytes of the two are different.
    static func accounts(live: PartitionSnapshot, replayed: PartitionSnapshot) -> [String] {
        var accounts = fences(live.fence, replayed.fence)
        if live.floor.configurationVersion != replayed.floor.configurationVersion {
            accounts.append(
                "Version \(live.floor.configurationVersion) of the configuration is in force in the live state, "
                    + "version \(replayed.floor.configurationVersion) by the journal.")
        }
        accounts += things("contact", contacts(live.floor), contacts(replayed.floor))
        accounts += things("agent", agents(live.floor), agents(replayed.floor))
        accounts += things("queue", queues(live.floor), queues(replayed.floor))
        return accounts.isEmpty ? [bytes(live, replayed)] : accounts
    }

    private static func fences(_ live: Fence, _ replayed: Fence) -> [String] {
        if live.last != replayed.last {
            return ["The journal ends at \(replayed.last); the live state is that behind record \(live.last)."]
        }
        guard live.epoch != replayed.epoch || live.incarnation != replayed.incarnation else { return [] }
        return ["The owner has epoch \(live.epoch), another start or epoch \(replayed.epoch) by the journal."]
    }

    private static func contacts(_ floor: Floor) -> [String: String] {
        var accounts: [String: String] = [:]
        var filter = ContactFilter(limit: ContactFilter.limitBound)
        while true {
            let found = floor.contacts(matching: filter)
            for contact in found {
                let agent = contact.agent.map { " with agent \($0)" } ?? ""
                accounts[contact.id.description] =
                    "\(contact.state.name)\(agent) in queue \(contact.queue)\(rest(contact))"
            }
            guard found.count == ContactFilter.limitBound, let last = found.last else { return accounts }
            filter.after = last.id
        }
    }

    private static func agents(_ floor: Floor) -> [String: String] {
        Dictionary(
            floor.agents().map { agent in
                (agent.id.name, "\(agent.work.name) with \(agent.contacts.count) contacts\(rest(agent))")
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func queues(_ floor: Floor) -> [String: String] {
        Dictionary(
            floor.queues(now: floor.lastTime).map { queue in
                (queue.id.name, "\(queue.waiting) waiting and \(queue.connected) connected\(rest(queue))")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// A mark that differs where anything else of a thing does.
    private static func rest(_ view: some WireValue) -> String {
        " (\(String(Checksum.of(view.wireBytes()), radix: 16)))"
    }

    private static func things(_ kind: String, _ live: [String: String], _ replayed: [String: String]) -> [String] {
        let names = Set(live.keys).union(replayed.keys).filter { live[$0] != replayed[$0] }.sorted()
        var accounts = names.prefix(bound).map { name in
            "The \(kind) \(name) is \(live[name] ?? "not there") in the live state, \(replayed[name] ?? "not there") "
                + "by the journal."
        }
        if names.count > bound { accounts.append("\(names.count - bound) more of kind \(kind) differ.") }
        return accounts
    }

    private static func bytes(_ live: PartitionSnapshot, _ replayed: PartitionSnapshot) -> String {
        let (left, right) = (live.wireBytes(), replayed.wireBytes())
        let place = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        return "The states differ in what no view shows: the live one has \(left.count) bytes, the journal's "
            + "\(right.count), and byte \(place ?? min(left.count, right.count)) is the first that differs."
    }
}
