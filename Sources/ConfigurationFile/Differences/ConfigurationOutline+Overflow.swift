internal import ContactCenter

extension ConfigurationOutline {
    /// When an overflow rule holds, and what it does.
    static func overflow(_ rule: OverflowRule) -> String {
        let begins = [
            rule.trigger == .always ? nil : "if \(rule.trigger.name)", rule.after == .zero ? nil : rule.after.spelled,
            rule.condition.map { "when \($0.text)" },
        ].compactMap { $0 }
        return "\(begins.isEmpty ? "always" : begins.joined(separator: " ")): \(action(rule.action))"
    }

    private static func action(_ action: OverflowRule.Action) -> String {
        switch action {
        case .queue(let queue): return "queue \(queue)"
        case .callback: return "callback"
        case .message(let rules):
            let queue = rules.queue.map { " in queue \($0)" } ?? ""
            return "message\(queue) on \(rules.channel.name), reply within \(rules.replyWithin.spelled), "
                + "acknowledged by \"\(rules.acknowledgement)\""
        case .end(let reason): return "end, telling \"\(reason)\""
        }
    }

    /// How customers are called back.
    static func callbacks(_ rules: CallbackRules) -> String {
        var parts = [
            "\(rules.first.name) first", "\(rules.attempts) attempts", "pause \(rules.pause.spelled)",
            "ring time \(rules.ringTime.spelled)",
        ]
        if let hours = rules.hours { parts.append("within \(hours)") }
        if let slots = rules.slots {
            parts.append("slots of \(slots.length.spelled) for \(slots.capacity)")
            parts.append("\(slots.ahead.spelled) ahead, \(slots.notice.spelled) notice")
        }
        return parts.joined(separator: ", ")
    }
}
