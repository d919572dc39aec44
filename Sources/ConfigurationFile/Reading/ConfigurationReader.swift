internal import ContactCenter

/// Turns a document into a configuration, section by section.
///
/// What a single value must look like is checked here, by the getters of ``LocatedNode``; what values must be to
/// each other is checked by `CenterConfiguration.problems()`, whose places in the model (`queues[2].calendar`) are
/// traced back to places in the file. Values that cannot be read are replaced by harmless ones, so that reading
/// goes on; a place that already has a problem gets no second one.
struct ConfigurationReader {
    let log: ProblemLog
    private var origins: [String: LocatedNode] = [:]
    /// Holidays that were read from other files, by the names of those.
    var imported: [String: [Holiday]] = [:]

    init(log: ProblemLog) {
        self.log = log
    }

    /// Reads the whole file; worth nothing when problems were found.
    mutating func read(_ root: LocatedNode) -> CenterConfiguration {
        let sections = [
            "center", "settings", "sites", "calendars", "skills", "capacities", "dispositions", "reasons", "queues",
            "agents", "customers", "imported",
        ]
        guard let file = root.fields(sections) else { return CenterConfiguration() }
        var configuration = CenterConfiguration()
        for section in ["sites", "capacities", "queues", "agents"] { _ = file.required(section) }
        if let center = file["center"]?.fields("name"), let name = center["name"] {
            configuration.name = name.text(bound: ConfigurationBounds.label) ?? ""
        }
        if let settings = file["settings"] { configuration.settings = readSettings(settings) }
        imported = readImported(file["imported"])
        configuration.sites = items(file["sites"], at: "sites") { $0.readSite($1, at: $2) }
        configuration.calendars = items(file["calendars"], at: "calendars") { $0.readCalendar($1, at: $2) }
        configuration.skills = items(file["skills"], at: "skills") { reader, entry, _ in
            SkillConfiguration(id: SkillID(entry.key), label: reader.label(entry.value))
        }
        configuration.capacities = items(file["capacities"], at: "capacities") { $0.readCapacity($1, at: $2) }
        configuration.dispositions = items(file["dispositions"], at: "dispositions") { reader, entry, _ in
            DispositionConfiguration(code: DispositionCode(entry.key), label: reader.label(entry.value))
        }
        configuration.reasons = items(file["reasons"], at: "reasons") { reader, entry, _ in
            ReasonConfiguration(code: ReasonCode(entry.key), label: reader.label(entry.value))
        }
        configuration.queues = items(file["queues"], at: "queues") { $0.readQueue($1, at: $2) }
        configuration.agents = items(file["agents"], at: "agents") { $0.readAgent($1, at: $2) }
        configuration.customers = readCustomers(file["customers"])
        return configuration
    }

    /// Reports problems of the model at the places in the file that they come from.
    func report(_ problems: [ConfigurationProblem]) {
        for problem in problems {
            guard let (origin, place) = origin(of: problem.path), !log.hasProblem(at: place) else { continue }
            log.report(problem.message, at: place, path: origin.path)
        }
    }

    /// Remembers that a place in the model comes from this value.
    @discardableResult
    mutating func trace(_ node: LocatedNode?, as place: String) -> LocatedNode? {
        if let node { origins[place] = node }
        return node
    }

    /// A text for people; nothing is as good as an empty one.
    func label(_ node: LocatedNode?) -> String {
        guard let node, !node.isNull else { return "" }
        return node.text(bound: ConfigurationBounds.label) ?? ""
    }

    /// Reads the entries of a section in their order.
    private mutating func items<Item>(
        _ section: LocatedNode?, at place: String,
        read: (inout ConfigurationReader, LocatedEntry, String) -> Item
    ) -> [Item] {
        var items: [Item] = []
        guard let section = trace(section, as: place), !section.isNull else { return items }
        for entry in section.entries() ?? [] {
            let place = "\(place)[\(items.count)]"
            trace(entry.value, as: place)
            items.append(read(&self, entry, place))
        }
        return items
    }

    /// The value that a place in the model comes from, or the nearest one around it, which is then meant by its key.
    private func origin(of path: String) -> (LocatedNode, ProblemLog.Place)? {
        if let node = origins[path] { return (node, path.hasSuffix("]") ? node.keyPlace : node.node.place) }
        var rest = path[...]
        while let end = rest.lastIndex(where: { $0 == "." || $0 == "[" }) {
            rest = rest[..<end]
            if let node = origins[String(rest)] { return (node, node.keyPlace) }
        }
        return nil
    }
}

extension LocatedNode {
    /// Where its key stands; where it stands itself when it has none.
    fileprivate var keyPlace: ProblemLog.Place { key ?? node.place }
}
