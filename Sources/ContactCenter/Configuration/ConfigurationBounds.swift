/// Within which bounds the numbers and texts of a configuration must lie.
public enum ConfigurationBounds {
    /// The longest label, time zone name or center name, in UTF-8 bytes.
    public static let label = 256
    /// Levels of a skill.
    public static let level = 1...10
    /// Contacts of one channel at once.
    public static let channelMaximum = 1...100
    /// Priority of a queue or contact.
    public static let priority = -1_000...1_000
    /// Offers left unanswered in a row after which an agent is set not ready; 0 for never.
    public static let unansweredLimit = 0...100
    /// Contacts that may wait in a queue.
    public static let maximumLength = 1...1_000_000
    /// The most opening intervals of one calendar, counted by the day.
    public static let weeklyIntervals = 336
    /// The most holidays of one calendar, and the most days that one of them names beside its rule.
    public static let holidays = 2_000
    /// Days that a holiday may last.
    public static let holidayLength = 1...366
    /// The most overrides of one calendar.
    public static let overrides = 1_000
    /// The most opening intervals of one override.
    public static let hoursOfDay = 48
    /// The most closures in force.
    public static let closures = 1_000
    /// Years of holidays.
    public static let years = 1970...2200
    /// Time to answer an offer.
    public static let offerTimeout: ClosedRange<Duration> = .seconds(1) ... .seconds(3_600)
    /// How long wrap-up may take: up to a day.
    public static let wrapUpLimit: ClosedRange<Duration> = .zero ... .seconds(86_400)
    /// How long an agent may be without a stream before open offers are rescinded.
    public static let streamGrace: ClosedRange<Duration> = .zero ... .seconds(600)
    /// How long the result of a command is kept for its repetitions.
    public static let commandWindow: ClosedRange<Duration> = .seconds(10) ... .seconds(86_400)
    /// How long an ended contact is kept to be shown.
    public static let endedRetention: ClosedRange<Duration> = .zero ... .seconds(86_400)
    /// How long a contact may wait: up to a year.
    public static let wait: ClosedRange<Duration> = .seconds(1) ... .seconds(365 * 86_400)
    /// Rings of one queue.
    public static let rings = 200
    /// Levels by which a ring relaxes what is asked.
    public static let relaxation = 0...9
    /// What a ring adds to the priority.
    public static let raise = 0...1_000
    /// What a point of priority is worth: up to a day.
    public static let pointWorth: ClosedRange<Duration> = .milliseconds(1) ... .seconds(86_400)
    /// Weight of a queue.
    public static let weight = 0.01...100.0
    /// Agents of a queue who are to stay idle before those that go behind it get any.
    public static let blendingIdle = 0...100_000
    /// Share of contacts of what is new to an agent, in thousandths; from all of them on it is new no more.
    public static let released = 1...999
    /// Clauses of the conditions of one queue's sites, a site counted as one.
    public static let siteClauses = 16
    /// The share of a queue's contacts that a site may have.
    public static let siteShare = 0.001...1.0
    /// Contacts that a site may have at once.
    public static let siteCapacity = 1...1_000_000
    /// How long a visit may be remembered: up to two years.
    public static let remembered: ClosedRange<Duration> = .seconds(60) ... .seconds(2 * 365 * 86_400)
    /// Rules by which customers are treated.
    public static let customerRules = 200
    /// What such a rule adds to the priority.
    public static let customerRaise = -1_000...1_000
    /// How long a contact may wait for those preferred: up to a year.
    public static let preferredWait: ClosedRange<Duration> = .zero ... .seconds(365 * 86_400)
    /// The share to be answered within the threshold of the service level.
    public static let share = 0.0...1.0
}
