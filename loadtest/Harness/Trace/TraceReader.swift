import Foundation

/// Reads a day of calls from a file of comma-separated values with the columns date, vru_entry, vru_exit, type,
/// priority, customer, queue_seconds, outcome, service_seconds, agent.
///
/// Real data is dirty. A call is left out, and counted with its reason, when its line cannot be read, when it was not
/// a call (`PHANTOM`), when it left the menu without having waited for an agent (`HANG` with no queue time), or when
/// a duration is negative or absurd. A menu left after midnight carries the next day's clock; clocks of a call that
/// disagree by less than half a day are taken as they are.
struct TraceReader {
    /// A wait beyond this many seconds is absurd.
    static let longestWait = 3 * 3_600
    /// A service beyond this many seconds is absurd.
    static let longestService = 3 * 3_600

    /// The calls of the day, by the time at which they began to wait.
    private(set) var calls: [TraceCall] = []
    /// Why lines of the day were left out, and how many.
    private(set) var leftOut: [LeftOut] = []
    /// Days that the file has calls of, in the order of the file.
    private(set) var days: [String] = []

    /// Lines that were left out for one reason.
    struct LeftOut: Hashable, Sendable, Codable {
        let reason: String
        var count: Int
    }

    private static let columns = [
        "date", "vru_entry", "vru_exit", "type", "priority", "customer", "queue_seconds", "outcome",
        "service_seconds", "agent",
    ]

    /// - Throws: ``HarnessError/Code/trace`` when the file has other columns.
    init(_ text: String, day: String) throws(HarnessError) {
        var lines = text.split(whereSeparator: \.isNewline)[...]
        let head = lines.popFirst()?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
        guard head == Self.columns else {
            throw HarnessError(
                .trace, "The trace's first line must name the columns \(Self.columns.joined(separator: ",")).")
        }
        for line in lines {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if let date = fields.first, days.last != date, !days.contains(date) { days.append(date) }
            guard fields.first == day else { continue }
            take(fields)
        }
        calls.sort { $0.enqueuedAt < $1.enqueuedAt }
    }

    private mutating func take(_ fields: [String]) {
        guard fields.count == Self.columns.count, let entry = Self.seconds(fields[1]),
            var exit = Self.seconds(fields[2]), let waited = Int(fields[6]), let service = Int(fields[8])
        else { return leaveOut("unreadable") }
        if exit < entry - 43_200 { exit += 86_400 }
        guard waited >= 0, service >= 0 else { return leaveOut("negative duration") }
        guard waited <= Self.longestWait, service <= Self.longestService else { return leaveOut("absurd duration") }
        let outcome: TraceCall.Outcome
        switch fields[7] {
        case "AGENT": outcome = .answered
        case "HANG" where waited == 0: return leaveOut("left the menu without wanting an agent")
        case "HANG": outcome = .hungUp
        case "PHANTOM": return leaveOut("not a real call")
        default: return leaveOut("unknown outcome")
        }
        calls.append(
            TraceCall(
                type: fields[3], enqueuedAt: exit, isUrgent: fields[4] == "2", waited: waited, outcome: outcome,
                service: outcome == .answered ? service : 0, agent: outcome == .answered ? fields[9] : ""))
    }

    private mutating func leaveOut(_ reason: String) {
        if let place = leftOut.firstIndex(where: { $0.reason == reason }) {
            leftOut[place].count += 1
        } else {
            leftOut.append(LeftOut(reason: reason, count: 1))
        }
    }

    /// A time of day such as `7:05:09`, in seconds; nil when it is none.
    static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            (0...47).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }
}
