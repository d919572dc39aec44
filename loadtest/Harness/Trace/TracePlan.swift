import ContactCenter
import Foundation
import Wire

/// A day of real calls, made ready to be replayed: the calls, the center they need, and who worked when.
///
/// Calls keep their times, types and talk times. A customer who hung up is ready to wait exactly as long as they did;
/// one who was answered, as long as they did and from there on exponentially, with the mean that makes the day's
/// waits likeliest: all time waited over the number who hung up. Agents work from the beginning of their first
/// service of the day to the end of their last, and serve the types that they served. Breaks are not in the data, so
/// there are somewhat more agents than there were.
public struct TracePlan: Sendable {
    /// The day, such as `1999-08-02`.
    public let day: String
    let calls: [PlannedContact]
    let agents: [AgentID]
    /// When each agent works, in microseconds of business time since the replay began.
    let shifts: [ClosedRange<Int64>]
    /// The center's configuration file.
    public let source: String
    let types: [String]
    /// What happened then, by type and hour.
    let historical: [GroupCounts]
    let leftOut: [TraceReader.LeftOut]

    var groupCount: Int { types.count * 24 }

    /// Reads the day from a file.
    ///
    /// - Parameter seconds: Calls that came later than this many seconds of business time after the first are left
    ///   out; nil for the whole day.
    /// - Throws: ``HarnessError/Code/trace`` when the file cannot be read or has no calls of the day.
    public init(file path: String, day: String, seconds: Int? = nil, seed: UInt64 = 1) throws(HarnessError) {
        try self.init(text: Self.text(of: path), day: day, seconds: seconds, seed: seed)
    }

    /// The days that a file has calls of, in the order of the file.
    ///
    /// - Throws: ``HarnessError/Code/trace`` when the file cannot be read.
    public static func days(in path: String) throws(HarnessError) -> [String] {
        try TraceReader(text(of: path), day: "").days
    }

    private static func text(of path: String) throws(HarnessError) -> String {
        do { return try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw HarnessError(.trace, "The trace \(path) cannot be read.", cause: error)
        }
    }

    init(text: String, day: String, seconds: Int? = nil, seed: UInt64 = 1) throws(HarnessError) {
        let reader = try TraceReader(text, day: day)
        guard let first = reader.calls.first else {
            throw HarnessError(
                .trace, "The trace has no calls of \(day); it has those of \(reader.days.joined(separator: ", ")).")
        }
        let begin = first.enqueuedAt - 60
        let kept = reader.calls.filter { call in seconds.map { call.enqueuedAt - begin <= $0 } ?? true }
        let types = Set(kept.map(\.type)).sorted()
        let workers = Self.workers(kept)
        self.day = day
        self.types = types
        leftOut = reader.leftOut
        agents = workers.map(\.id)
        shifts = workers.map { worker in
            Int64(max(0, worker.shift.lowerBound - begin)) * 1_000_000...Int64(
                max(0, worker.shift.upperBound - begin)) * 1_000_000
        }
        source = Self.source(day: day, types: types, workers: workers)
        calls = Self.plan(kept, types: types, begin: begin, seed: seed)
        historical = Self.historical(kept, types: types)
    }

    /// Someone who answered calls that day.
    private struct Worker {
        let id: AgentID
        let shift: ClosedRange<Int>
        let types: [String]
    }

    private static func workers(_ calls: [TraceCall]) -> [Worker] {
        let byAgent = Dictionary(grouping: calls.filter { !$0.agent.isEmpty }, by: \.agent)
        return byAgent.keys.sorted().compactMap { agent in
            let served = byAgent[agent] ?? []
            let begins = served.map { $0.enqueuedAt + $0.waited }
            let ends = served.map { $0.enqueuedAt + $0.waited + $0.service }
            guard let first = begins.min(), let last = ends.max() else { return nil }
            return Worker(id: AgentID(agent), shift: first...last, types: Set(served.map(\.type)).sorted())
        }
    }

    private static func source(day: String, types: [String], workers: [Worker]) -> String {
        var text = """
            center: { name: "A bank on \(day)" }
            settings: { offer-timeout: 20s, unanswered-limit: 0 }
            sites: { bank: { time-zone: Asia/Jerusalem } }
            capacities: { telephone: { voice: { maximum: 1 } } }
            skills:

            """
        for type in types { text += "  service.\(type): Service \(type)\n" }
        text += "queues:\n"
        for type in types {
            text +=
                "  \(type): { label: Calls of type \(type), requirement: service.\(type) >= 1, wrap-up-limit: 0s }\n"
        }
        text += "agents:\n"
        for worker in workers {
            let skills = worker.types.map { "service.\($0): 5" }.joined(separator: ", ")
            text += "  \(worker.id): { site: bank, capacity: telephone, skills: { \(skills) } }\n"
        }
        return text
    }

    private static func plan(_ calls: [TraceCall], types: [String], begin: Int, seed: UInt64) -> [PlannedContact] {
        var random = SeededGenerator(seed: seed)
        let hungUp = calls.filter { $0.outcome == .hungUp }.count
        let meanPatience = Double(calls.reduce(0) { $0 + $1.waited }) / Double(max(1, hungUp))
        let median = medianService(calls)
        var templates: [String: OpeningTemplate] = [:]
        return calls.map { call in
            let name = "\(call.type) \(call.isUrgent)"
            let template =
                templates[name]
                ?? OpeningTemplate(
                    channel: .voice, queue: QueueID(call.type), attributes: Attributes(), requirement: nil,
                    priority: call.isUrgent ? 1 : 0)
            templates[name] = template
            let more = call.outcome == .answered ? random.exponential(meanPatience) : 0
            let type = types.firstIndex(of: call.type) ?? 0
            let service = call.outcome == .answered ? call.service : median
            return PlannedContact(
                at: Int64(call.enqueuedAt - begin) * 1_000_000, opening: template,
                handling: Int64(service) * 1_000_000, wrapUp: 0,
                patience: Int64((Double(call.waited) + more) * 1_000_000),
                group: type * 24 + call.enqueuedAt / 3_600 % 24)
        }
    }

    /// What a call would have taken that hung up then and is answered now.
    private static func medianService(_ calls: [TraceCall]) -> Int {
        let services = calls.filter { $0.outcome == .answered }.map(\.service).sorted()
        return services.isEmpty ? 0 : services[services.count / 2]
    }

    private static func historical(_ calls: [TraceCall], types: [String]) -> [GroupCounts] {
        var groups = Array(repeating: GroupCounts(), count: types.count * 24)
        for call in calls {
            let place = (types.firstIndex(of: call.type) ?? 0) * 24 + call.enqueuedAt / 3_600 % 24
            if call.outcome == .answered { groups[place].answered += 1 } else { groups[place].abandoned += 1 }
            groups[place].waited += Double(call.waited)
        }
        return groups
    }
}
