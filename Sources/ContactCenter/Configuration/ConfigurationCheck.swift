/// Goes through a configuration and gathers what is wrong with it.
struct ConfigurationCheck {
    let configuration: CenterConfiguration
    private(set) var problems: [ConfigurationProblem] = []
    private var knownZones: Set<String> = []

    let sites: Set<SiteID>
    let calendars: Set<CalendarID>
    let skills: Set<SkillID>
    let capacities: Set<CapacityID>
    let queues: Set<QueueID>

    init(_ configuration: CenterConfiguration) {
        self.configuration = configuration
        sites = Set(configuration.sites.map(\.id))
        calendars = Set(configuration.calendars.map(\.id))
        skills = Set(configuration.skills.map(\.id))
        capacities = Set(configuration.capacities.map(\.id))
        queues = Set(configuration.queues.map(\.id))
        knownZones = Set(configuration.zones.map(\.name))
    }

    /// No more than so many problems are kept: behind them a configuration is noise.
    private static let bound = 1_000
    /// So many problems get a suggestion of what was meant, which takes long to find among many names.
    private static let adviceBound = 100

    mutating func report(_ path: String, _ message: String) {
        guard problems.count < Self.bound else { return }
        problems.append(ConfigurationProblem(path: path, message: message))
    }

    mutating func checkCenter() {
        if configuration.name.utf8.count > ConfigurationBounds.label {
            report("name", "the center's name has more than \(ConfigurationBounds.label) bytes")
        }
        let settings = configuration.settings
        check(settings.offerTimeout, in: ConfigurationBounds.offerTimeout, "offer timeout", at: "settings.offerTimeout")
        check(settings.wrapUpLimit, in: ConfigurationBounds.wrapUpLimit, "wrap-up limit", at: "settings.wrapUpLimit")
        check(settings.streamGrace, in: ConfigurationBounds.streamGrace, "stream grace", at: "settings.streamGrace")
        check(
            settings.commandWindow, in: ConfigurationBounds.commandWindow, "command window",
            at: "settings.commandWindow")
        check(
            settings.endedRetention, in: ConfigurationBounds.endedRetention, "ended retention",
            at: "settings.endedRetention")
        check(
            settings.unansweredLimit, in: ConfigurationBounds.unansweredLimit, "unanswered limit",
            at: "settings.unansweredLimit")
        let reasons = configuration.reasons.map(\.code)
        let reason = settings.unansweredReason
        guard reason != CenterSettings().unansweredReason, !reasons.contains(reason) else { return }
        report(
            "settings.unansweredReason",
            "the settings name reason `\(reason)`, which is not defined" + advice(reason, among: reasons))
    }

    mutating func checkSites() {
        checkIDs(configuration.sites.map(\.id), "site", "sites")
        for (index, site) in configuration.sites.enumerated() {
            checkZone(site.timeZone, of: "site `\(site.id)`", at: "sites[\(index)].timeZone")
            check(site, at: "sites[\(index)]")
        }
    }

    /// Skills, dispositions and reasons: nothing but names and labels.
    mutating func checkNames() {
        checkIDs(configuration.skills.map(\.id), "skill", "skills")
        checkLabels(configuration.skills.map(\.label), "skills")
        checkIDs(configuration.dispositions.map(\.code), "disposition", "dispositions")
        checkLabels(configuration.dispositions.map(\.label), "dispositions")
        checkIDs(configuration.reasons.map(\.code), "reason", "reasons")
        checkLabels(configuration.reasons.map(\.label), "reasons")
    }

    mutating func checkIDs<ID: NameIdentifier>(_ ids: [ID], _ what: String, _ section: String) {
        var seen: Set<ID> = []
        for (index, id) in ids.enumerated() {
            if !id.isValid {
                report(
                    "\(section)[\(index)]",
                    "`\(id)` cannot name a \(what); use 1 to \(ID.bound) letters, digits, `.`, `-` and `_`")
            } else if !seen.insert(id).inserted {
                report("\(section)[\(index)]", "\(what) `\(id)` is defined twice")
            }
        }
    }

    mutating func checkLabels(_ labels: [String], _ section: String) {
        for (index, label) in labels.enumerated() where label.utf8.count > ConfigurationBounds.label {
            report("\(section)[\(index)].label", "the label has more than \(ConfigurationBounds.label) bytes")
        }
    }

    mutating func checkZone(_ zone: String, of owner: String, at path: String) {
        guard !knownZones.contains(zone) else { return }
        if zone.utf8.count <= ConfigurationBounds.label, ZoneRules.installed(zone) != nil {
            knownZones.insert(zone)
        } else {
            report(path, "\(owner) has time zone `\(zone.prefix(60))`, which is unknown\(zoneAdvice(zone))")
        }
    }

    mutating func check<Value: Comparable>(
        _ value: Value?, in range: ClosedRange<Value>, _ what: String, at path: String
    ) {
        guard let value, !range.contains(value) else { return }
        report(path, "the \(what) must be from \(range.lowerBound) to \(range.upperBound), not \(value)")
    }

    private func zoneAdvice(_ zone: String) -> String {
        guard problems.count < Self.adviceBound else { return "" }
        let suggestion = Spelling.suggestion(for: zone, among: ZoneRules.installedNames)
        return suggestion.map { "; did you mean `\($0)`?" } ?? "; write an IANA name such as `Europe/Berlin`"
    }

    func advice<ID: NameIdentifier>(_ id: ID, among ids: [ID]) -> String {
        problems.count < Self.adviceBound ? Spelling.advice(for: id.name, among: ids.map(\.name)) : ""
    }
}
