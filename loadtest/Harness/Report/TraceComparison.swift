/// A replayed day beside the real one.
public struct TraceComparison: Hashable, Sendable, Codable {
    /// The day, such as `1999-08-02`.
    public var day: String
    /// By type of call and by hour.
    public var rows: [Row]
    /// How many lines of the trace were left out, by reason.
    public var leftOut: [LeftOut]

    /// One type of call in one hour; an hour of nil is the whole day.
    public struct Row: Hashable, Sendable, Codable {
        /// The type of call; names the row where there is no hour.
        public var type: String
        /// The hour of the day; nil for the whole day of a type.
        public var hour: Int?
        /// What happened then.
        public var historical: GroupCounts
        /// What happened in the replay.
        public var replayed: GroupCounts
    }

    /// Lines that were left out for one reason.
    public struct LeftOut: Hashable, Sendable, Codable {
        /// Why calls were left out.
        public var reason: String
        /// How many were left out.
        public var count: Int
    }

    init(_ plan: TracePlan, replayed: [GroupCounts]) {
        day = plan.day
        leftOut = plan.leftOut.map { LeftOut(reason: $0.reason, count: $0.count) }
        rows = []
        for (place, type) in plan.types.enumerated() {
            var total = Row(type: type, hour: nil, historical: GroupCounts(), replayed: GroupCounts())
            var hours: [Row] = []
            for hour in 0..<24 {
                let (then, now) = (plan.historical[place * 24 + hour], replayed[place * 24 + hour])
                total.historical.add(then)
                total.replayed.add(now)
                guard then.count + now.count > 0 else { continue }
                hours.append(Row(type: type, hour: hour, historical: then, replayed: now))
            }
            rows.append(total)
            rows += hours
        }
    }
}

extension GroupCounts {
    /// Calls that waited, answered or not.
    var count: Int { answered + abandoned }
    /// Mean wait in seconds; nil without a call.
    var meanWait: Double? { count > 0 ? waited / Double(count) : nil }
    var abandonedShare: Double? { count > 0 ? Double(abandoned) / Double(count) : nil }

    mutating func add(_ other: GroupCounts) {
        answered += other.answered
        abandoned += other.abandoned
        waited += other.waited
    }
}
