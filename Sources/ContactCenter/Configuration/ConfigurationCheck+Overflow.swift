extension ConfigurationCheck {
    /// What happens to a queue's contacts that do not wait where they came in.
    mutating func checkOverflow(of queue: QueueConfiguration, at path: String) {
        if queue.overflow.count > ConfigurationBounds.overflow {
            report(
                "\(path).overflow",
                "queue `\(queue.id)` has \(queue.overflow.count) overflow rules; at most "
                    + "\(ConfigurationBounds.overflow) are allowed")
        }
        for (index, rule) in queue.overflow.enumerated() {
            let path = "\(path).overflow[\(index)]"
            if rule.after != .zero {
                check(rule.after, in: ConfigurationBounds.wait, "wait before an overflow", at: "\(path).after")
            }
            check(rule.action, of: queue, at: path)
        }
        if let rules = queue.callbacks { check(rules, of: queue, at: "\(path).callbacks") }
    }

    private mutating func check(_ action: OverflowRule.Action, of queue: QueueConfiguration, at path: String) {
        switch action {
        case .queue(let target):
            checkTarget(target, of: queue, at: "\(path).queue")
            if target == queue.id { report("\(path).queue", "queue `\(queue.id)` overflows to itself; name another") }
        case .callback:
            guard queue.callbacks == nil else { return }
            report(
                path,
                "queue `\(queue.id)` overflows to callbacks and takes none; say how they are made under `callbacks`")
        case .message(let rules):
            if let target = rules.queue { checkTarget(target, of: queue, at: "\(path).message.queue") }
            check(
                rules.replyWithin, in: ConfigurationBounds.replyWithin, "time for the reply",
                at: "\(path).message.replyWithin")
            checkTold(rules.acknowledgement, "acknowledgement", at: "\(path).message.acknowledgement")
        case .end(let reason): checkTold(reason, "reason told to the customer", at: "\(path).end")
        }
    }

    private mutating func checkTarget(_ target: QueueID, of queue: QueueConfiguration, at path: String) {
        guard !queues.contains(target) else { return }
        report(
            path,
            "queue `\(queue.id)` overflows to queue `\(target)`, which is not defined"
                + advice(target, among: configuration.queues.map(\.id)))
    }

    private mutating func checkTold(_ text: String, _ what: String, at path: String) {
        guard !(1...ConfigurationBounds.told).contains(text.utf8.count) else { return }
        report(path, "the \(what) must have 1 to \(ConfigurationBounds.told) bytes, not \(text.utf8.count)")
    }

    private mutating func check(_ rules: CallbackRules, of queue: QueueConfiguration, at path: String) {
        check(rules.attempts, in: ConfigurationBounds.attempts, "calls to a customer", at: "\(path).attempts")
        check(rules.pause, in: ConfigurationBounds.pause, "pause between two calls", at: "\(path).pause")
        check(rules.ringTime, in: ConfigurationBounds.ringTime, "ring time", at: "\(path).ringTime")
        if let hours = rules.hours, !hours.isValid {
            report(
                "\(path).hours",
                "queue `\(queue.id)` calls customers in hours that begin or end beyond the day; write 08:00-20:00")
        }
        guard let slots = rules.slots else { return }
        check(slots.length, in: ConfigurationBounds.slotLength, "length of a slot", at: "\(path).slots.length")
        check(slots.capacity, in: ConfigurationBounds.slotCapacity, "capacity of a slot", at: "\(path).slots.capacity")
        check(slots.ahead, in: ConfigurationBounds.slotsAhead, "time to book ahead", at: "\(path).slots.ahead")
        check(slots.notice, in: ConfigurationBounds.slotNotice, "notice of a booking", at: "\(path).slots.notice")
        let day: Int64 = 86_400_000_000
        if ConfigurationBounds.slotLength.contains(slots.length), day % slots.length.wholeMicroseconds != 0 {
            report(
                "\(path).slots.length",
                "slots of queue `\(queue.id)` must divide a day, such as 15m, 30m or 1h, so that each day has the same")
        }
    }
}
