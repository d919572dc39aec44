import GatewayAPI

/// Values as people read them.
enum Phrase {
    /// A duration such as `4.2 s`, `3 min 07 s`, `2 h 05 min`.
    static func duration(seconds: Double?) -> String {
        guard let seconds else { return "–" }
        let whole = Int(seconds.rounded())
        if seconds < 10 { return "\(tenths(seconds)) s" }
        if whole < 60 { return "\(whole) s" }
        if whole < 3_600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
        return "\(whole / 3_600) h \(twoDigits(whole % 3_600 / 60)) min"
    }

    /// How long something has lasted at `now`.
    static func age(of time: DateTime?, at now: DateTime) -> String {
        guard let time else { return "–" }
        return duration(seconds: max(0, Double(now.microseconds - time.microseconds) / 1_000_000))
    }

    /// A share such as `83 %`; a dash when there is none yet.
    static func share(_ share: Double?) -> String {
        share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
    }

    /// The first of a few texts that is there; a dash when none is.
    static func text(_ texts: String?...) -> String {
        texts.compactMap { $0 }.first { !$0.isEmpty } ?? "–"
    }

    /// The value of an attribute.
    static func text(_ value: ContactAttribute) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .truth(let truth): "\(truth)"
        case .list(let texts): texts.joined(separator: ", ")
        }
    }

    /// How a contact ended.
    static func ending(_ reason: Contact.EndReason) -> String { reason == .ended ? "by hand" : reason.rawValue }

    /// What is thought of a node and what it says of itself, in one word.
    static func state(of node: Node) -> String {
        guard node.state == "alive" else { return node.state }
        return node.standing == "serving" ? "up" : node.standing
    }

    /// By how much a clock is ahead or behind.
    static func skew(seconds: Double) -> String {
        abs(seconds) < 0.1 ? "same" : "\(seconds < 0 ? "-" : "+")\(duration(seconds: abs(seconds)))"
    }

    /// What became of a partition that was handed over.
    static func handover(_ handover: Handover) -> String {
        guard let owner = handover.to, let epoch = handover.epoch else {
            return "\(handover.partition): \(handover.from) let go of it and nobody serves it yet; see sundial doctor."
        }
        let waited = Int((handover.seconds * 1_000).rounded())
        return "\(handover.partition): \(handover.from) → \(owner), epoch \(epoch), within \(waited) ms"
    }

    /// An amount such as `12.3 GiB`; a dash when it is not known.
    static func bytes(_ count: UInt64?) -> String {
        guard let count else { return "–" }
        let (size, unit) = count < 1_073_741_824 ? (1_048_576.0, "MiB") : (1_073_741_824.0, "GiB")
        return "\(tenths(Double(count) / size)) \(unit)"
    }

    /// What an agent chose to be, the reason included.
    static func availability(_ availability: Availability) -> String {
        availability.reason.map { "\(availability.state.rawValue) (\($0))" } ?? availability.state.rawValue
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
