internal import ContactCenter

extension ConfigurationReader {
    mutating func readSettings(_ node: LocatedNode) -> CenterSettings {
        var settings = CenterSettings()
        let known = [
            "offer-timeout", "wrap-up-limit", "unanswered-limit", "unanswered-reason", "stream-grace",
            "command-window", "ended-retention", "queue-order",
        ]
        guard let fields = trace(node, as: "settings")?.fields(known) else { return settings }
        read(&settings.offerTimeout, fields["offer-timeout"], in: ConfigurationBounds.offerTimeout)
        read(&settings.streamGrace, fields["stream-grace"], in: ConfigurationBounds.streamGrace)
        read(&settings.commandWindow, fields["command-window"], in: ConfigurationBounds.commandWindow)
        read(&settings.endedRetention, fields["ended-retention"], in: ConfigurationBounds.endedRetention)
        if let limit = fields["wrap-up-limit"] {
            if limit.isWord("none") {
                settings.wrapUpLimit = nil
            } else if let duration = limit.duration(in: ConfigurationBounds.wrapUpLimit) {
                settings.wrapUpLimit = duration
            }
        }
        if let limit = fields["unanswered-limit"]?.integer(in: ConfigurationBounds.unansweredLimit) {
            settings.unansweredLimit = limit
        }
        if let reason = trace(fields["unanswered-reason"], as: "settings.unansweredReason")?.text() {
            settings.unansweredReason = ReasonCode(reason)
        }
        if let order = fields["queue-order"]?.choice(among: QueueOrder.allCases, named: \.name) {
            settings.queueOrder = order
        }
        return settings
    }

    private func read(_ value: inout Duration, _ node: LocatedNode?, in range: ClosedRange<Duration>) {
        if let duration = node?.duration(in: range) { value = duration }
    }
}
