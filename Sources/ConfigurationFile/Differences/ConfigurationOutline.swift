internal import ContactCenter

/// One section of a configuration as keys and texts, in the words of the file.
struct ConfigurationOutline {
    /// A queue, an agent, a calendar …
    struct Item {
        let path: String
        /// Keys and values that are set, in the order of the file.
        let values: [(key: String, value: String)]

        init(path: String, _ values: KeyValuePairs<String, String?>) {
            self.path = path
            self.values = values.compactMap { key, value in value.map { (key, $0) } }
        }

        init(path: String, values: [(key: String, value: String)]) {
            self.path = path
            self.values = values
        }

        /// All values in one line.
        var summary: String { values.map { "\($0.key): \($0.value)" }.joined(separator: ", ") }
    }

    let name: String
    let items: [Item]

    /// All sections, always the same ones in the same order.
    static func sections(of configuration: CenterConfiguration) -> [ConfigurationOutline] {
        [
            ConfigurationOutline(name: "center", items: [Item(path: "center", ["name": configuration.name.presence])]),
            ConfigurationOutline(name: "settings", items: [settings(configuration.settings)]),
            section("sites", configuration.sites, site),
            section("calendars", configuration.calendars, calendar),
            section("skills", configuration.skills) { Item(path: "\($0.id)", ["label": $0.label.presence]) },
            section("capacities", configuration.capacities, capacity),
            section("dispositions", configuration.dispositions) {
                Item(path: "\($0.code)", ["label": $0.label.presence])
            },
            section("reasons", configuration.reasons) { Item(path: "\($0.code)", ["label": $0.label.presence]) },
            section("queues", configuration.queues, queue),
            section("agents", configuration.agents, agent),
            customers(configuration.customers),
        ]
    }

    private static func section<Element>(
        _ name: String, _ elements: [Element], _ item: (Element) -> Item
    ) -> ConfigurationOutline {
        ConfigurationOutline(
            name: name,
            items: elements.map { element in
                let item = item(element)
                return Item(path: "\(name).\(item.path)", values: item.values)
            })
    }

    private static func settings(_ settings: CenterSettings) -> Item {
        Item(
            path: "settings",
            [
                "offer-timeout": settings.offerTimeout.spelled,
                "wrap-up-limit": settings.wrapUpLimit?.spelled ?? "none",
                "unanswered-limit": "\(settings.unansweredLimit)",
                "unanswered-reason": "\(settings.unansweredReason)",
                "stream-grace": settings.streamGrace.spelled,
                "command-window": settings.commandWindow.spelled,
                "ended-retention": settings.endedRetention.spelled,
                "queue-order": settings.queueOrder.name,
            ])
    }

    private static func calendar(_ calendar: CalendarConfiguration) -> Item {
        let weekly = calendar.weekly.sorted { ($0.weekday, $0.startMinute) < ($1.weekday, $1.startMinute) }
        return Item(
            path: "\(calendar.id)",
            [
                "time-zone": calendar.timeZone,
                "weekly": weekly.map(\.description).joined(separator: ", "),
                "holidays": calendar.holidays.map(\.description).joined(separator: "; ").presence,
                "overrides": calendar.overrides.map(\.description).joined(separator: "; ").presence,
            ])
    }

    private static func capacity(_ capacity: CapacityConfiguration) -> Item {
        let channels = capacity.channels.map { channel in
            var text = "\(channel.maximum)"
            for (word, others) in [("excludes", channel.excludes), ("interrupts", channel.interrupts)]
            where !others.isEmpty {
                text += ", \(word) " + others.map(\.name).sorted().joined(separator: " and ")
            }
            return (key: channel.channel.name, value: text)
        }
        return Item(path: "\(capacity.id)", values: channels)
    }

    private static func queue(_ queue: QueueConfiguration) -> Item {
        Item(
            path: "\(queue.id)",
            [
                "label": queue.label.presence,
                "requirement": queue.requirement?.text,
                "priority": "\(queue.priority)",
                "order": queue.order.name,
                "calendar": queue.calendar?.name,
                "maximum-length": queue.maximumLength.map(String.init),
                "maximum-wait": queue.maximumWait?.spelled,
                "maximum-wait-unstaffed": queue.maximumWaitUnstaffed?.spelled,
                "join-when-empty": queue.joinWhenEmpty.name,
                "offer-timeout": queue.offerTimeout?.spelled,
                "wrap-up-limit": queue.wrapUpLimit?.spelled,
                "rings": queue.rings.map(ring).joined(separator: "; ").presence,
                "sites": queue.sites.map(site).joined(separator: ", ").presence,
                "at-closing": queue.closing == .handOver ? nil : queue.closing.name,
                "point-worth": queue.pointWorth?.spelled,
                "weight": queue.weight == 1 ? nil : "\(queue.weight)",
                "blend": queue.blending.map(blending),
                "preferred-agent": text(of: queue.preferredAgents),
                "service-level.threshold": queue.serviceLevelThreshold.spelled,
                "service-level.target": percent(queue.serviceLevelTarget),
                "callbacks": queue.callbacks.map(callbacks),
                "overflow": queue.overflow.map(overflow).joined(separator: "; ").presence,
            ])
    }

    private static func blending(_ blending: Blending) -> String {
        var parts = ["behind \(list(blending.behind) ?? "all others")"]
        if let idle = blending.idle { parts.append("idle \(idle)") }
        if blending.keepsServiceLevel { parts.append("service level") }
        return parts.joined(separator: ", ")
    }

    private static func site(_ site: SiteConfiguration) -> Item {
        Item(
            path: "\(site.id)",
            [
                "time-zone": site.timeZone,
                "calendar": site.calendar?.name,
                "capacity": site.capacity.map(String.init),
            ])
    }

    /// A site of a queue, and what the queue says of it.
    private static func site(_ site: QueueSite) -> String {
        let details = [
            site.calendar.map { "calendar \($0)" }, site.condition.map { "when \($0.text)" },
            site.weight == 1 ? nil : "weight \(site.weight)", site.share.map { "share \(percent($0))" },
            site.capacity.map { "capacity \($0)" },
        ].compactMap { $0 }
        return details.isEmpty ? site.site.name : "\(site.site) (\(details.joined(separator: ", ")))"
    }

    /// What a ring waits for, and what it changes.
    private static func ring(_ ring: RingConfiguration) -> String {
        let start = ring.after == .zero ? nil : ring.after.spelled
        let begins = [start, ring.condition.map { "when \($0.text)" }].compactMap { $0 }
        var changes: [String?] = [ring.relaxation == nil ? ring.requirement?.text ?? "everybody" : nil]
        if let relaxation = ring.relaxation {
            if relaxation.levels > 0 { changes.append("levels \(relaxation.levels) lower") }
            changes.append(list(relaxation.without).map { "without \($0)" })
        }
        changes.append(list(ring.sites).map { "sites \($0)" })
        if ring.raise > 0 { changes.append("priority \(ring.raise) higher") }
        if ring.takesReserved { changes.append("reserved agents") }
        if ring.isSkippedUnstaffed { changes.append("skipped if unstaffed") }
        return "\(begins.joined(separator: " ")): \(changes.compactMap { $0 }.joined(separator: ", "))"
    }

    private static func list(_ ids: [some NameIdentifier]) -> String? {
        ids.map(\.name).joined(separator: ", ").presence
    }

    private static func agent(_ agent: AgentConfiguration) -> Item {
        var values: [(key: String, value: String)] = []
        if !agent.label.isEmpty { values.append(("label", agent.label)) }
        values += [("site", agent.site.name), ("capacity", agent.capacity.name)]
        for (skill, level) in agent.skills.sorted(by: { $0.key < $1.key }) {
            values.append(("skills.\(skill)", "\(level)"))
        }
        for entry in agent.attributes.entries { values.append(("attributes.\(entry.name)", entry.value.written)) }
        if !agent.releases.isEmpty {
            values.append(("release", agent.releases.map(\.description).joined(separator: "; ")))
        }
        if let queue = agent.reservedFor { values.append(("reserved-for", queue.name)) }
        if let queues = agent.queues {
            values.append(("queues", queues.sorted().map(\.name).joined(separator: ", ")))
        }
        return Item(path: "\(agent.id)", values: values)
    }

    private static func percent(_ share: Double) -> String {
        let tenths = (share * 1_000).rounded()
        guard abs(share * 1_000 - tenths) < 1e-9 else { return "\(share)" }
        let (whole, tenth) = Int(tenths).quotientAndRemainder(dividingBy: 10)
        return tenth == 0 ? "\(whole)%" : "\(whole).\(tenth)%"
    }
}

extension String {
    /// Itself unless it is empty.
    fileprivate var presence: String? { isEmpty ? nil : self }
}

extension AttributeValue {
    /// As in the file.
    fileprivate var written: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .truth(let truth): "\(truth)"
        case .list(let texts): "[\(texts.joined(separator: ", "))]"
        }
    }
}
