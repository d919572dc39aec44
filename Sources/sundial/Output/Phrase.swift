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
