internal import ContactCenter

extension ConfigurationReader {
    private static let actions = ["queue", "callback", "message", "end"]

    /// What happens to contacts that do not wait where they came in: `{ if: full, queue: backup }`.
    mutating func readOverflow(_ node: LocatedNode?, at place: String) -> [OverflowRule] {
        var rules: [OverflowRule] = []
        for item in node?.list() ?? [] {
            guard let fields = item.fields(["if", "after", "when"] + Self.actions) else { continue }
            let place = "\(place).overflow[\(rules.count)]"
            trace(item, as: place)
            guard let action = readAction(fields, item, at: place) else { continue }
            var rule = OverflowRule(action)
            rule.trigger = fields["if"]?.choice(among: OverflowRule.Trigger.allCases, named: \.name) ?? .always
            rule.after =
                trace(fields["after"], as: "\(place).after")?.duration(in: ConfigurationBounds.wait) ?? .zero
            rule.condition = fields["when"]?.condition()
            rules.append(rule)
        }
        return rules
    }

    private mutating func readAction(
        _ fields: LocatedMapping, _ item: LocatedNode, at place: String
    ) -> OverflowRule.Action? {
        let written = Self.actions.filter { fields[$0] != nil }
        guard written.count == 1 else {
            item.report("an overflow rule says one of `queue`, `callback: true`, `message` and `end`")
            return nil
        }
        if let queue = trace(fields["queue"], as: "\(place).queue") { return queue.text().map { .queue(QueueID($0)) } }
        if let message = trace(fields["message"], as: "\(place).message") {
            return .message(readMessage(message, at: "\(place).message"))
        }
        if let end = trace(fields["end"], as: "\(place).end") {
            return end.text(bound: ConfigurationBounds.told).map { .end(reason: $0) }
        }
        guard fields["callback"]?.truth() == true else {
            fields["callback"]?.report("`callback` is `true`, or the rule is left out")
            return nil
        }
        return .callback
    }

    private mutating func readMessage(_ node: LocatedNode, at place: String) -> MessageRules {
        var rules = MessageRules()
        guard let fields = node.fields("queue", "channel", "reply-within", "acknowledge") else { return rules }
        rules.queue = trace(fields["queue"], as: "\(place).queue")?.text().map(QueueID.init)
        rules.channel = fields["channel"]?.channel() ?? rules.channel
        rules.replyWithin =
            trace(fields["reply-within"], as: "\(place).replyWithin")?.duration(in: ConfigurationBounds.replyWithin)
            ?? rules.replyWithin
        rules.acknowledgement =
            trace(fields["acknowledge"], as: "\(place).acknowledgement")?.text(bound: ConfigurationBounds.told)
            ?? rules.acknowledgement
        return rules
    }

    /// How customers are called back; nothing but the key is as good as what holds where nothing is said.
    mutating func readCallbacks(_ node: LocatedNode?, at place: String) -> CallbackRules? {
        guard let node else { return nil }
        var rules = CallbackRules()
        let known = ["first", "attempts", "pause", "ring-time", "hours", "slots"]
        guard !node.isNull, let fields = node.fields(known) else { return rules }
        rules.first = fields["first"]?.choice(among: CallbackRules.First.allCases, named: \.name) ?? rules.first
        rules.attempts = fields["attempts"]?.integer(in: ConfigurationBounds.attempts) ?? rules.attempts
        rules.pause = fields["pause"]?.duration(in: ConfigurationBounds.pause) ?? rules.pause
        rules.ringTime = fields["ring-time"]?.duration(in: ConfigurationBounds.ringTime) ?? rules.ringTime
        rules.hours = trace(fields["hours"], as: "\(place).callbacks.hours").flatMap { readDayHours($0) }
        guard let slots = trace(fields["slots"], as: "\(place).callbacks.slots") else { return rules }
        rules.slots = readSlots(slots, at: "\(place).callbacks.slots")
        return rules
    }

    private mutating func readSlots(_ node: LocatedNode, at place: String) -> SlotRules {
        var slots = SlotRules()
        guard let fields = node.fields("length", "capacity", "ahead", "notice") else { return slots }
        slots.length =
            trace(fields.required("length"), as: "\(place).length")?.duration(in: ConfigurationBounds.slotLength)
            ?? slots.length
        slots.capacity = fields.required("capacity")?.integer(in: ConfigurationBounds.slotCapacity) ?? slots.capacity
        slots.ahead = fields["ahead"]?.duration(in: ConfigurationBounds.slotsAhead) ?? slots.ahead
        slots.notice = fields["notice"]?.duration(in: ConfigurationBounds.slotNotice) ?? slots.notice
        return slots
    }
}
