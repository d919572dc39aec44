/// The whole description of a center: what one configuration file says.
public struct CenterConfiguration: Hashable, Sendable {
    /// Name of the business, for people.
    public var name: String
    public var settings: CenterSettings
    public var sites: [SiteConfiguration]
    public var calendars: [CalendarConfiguration]
    public var skills: [SkillConfiguration]
    public var capacities: [CapacityConfiguration]
    public var dispositions: [DispositionConfiguration]
    public var reasons: [ReasonConfiguration]
    public var queues: [QueueConfiguration]
    public var agents: [AgentConfiguration]

    public init(
        name: String = "", settings: CenterSettings = CenterSettings(), sites: [SiteConfiguration] = [],
        calendars: [CalendarConfiguration] = [], skills: [SkillConfiguration] = [],
        capacities: [CapacityConfiguration] = [], dispositions: [DispositionConfiguration] = [],
        reasons: [ReasonConfiguration] = [], queues: [QueueConfiguration] = [], agents: [AgentConfiguration] = []
    ) {
        self.name = name
        self.settings = settings
        self.sites = sites
        self.calendars = calendars
        self.skills = skills
        self.capacities = capacities
        self.dispositions = dispositions
        self.reasons = reasons
        self.queues = queues
        self.agents = agents
    }
}

/// What holds for the whole center unless a queue says otherwise.
public struct CenterSettings: Hashable, Sendable {
    /// How long an agent may take to answer an offer.
    public var offerTimeout: Duration = .seconds(20)
    /// How long wrap-up may take before it ends by itself; nil for no limit.
    public var wrapUpLimit: Duration? = .seconds(60)
    /// After how many offers in a row without an answer an agent is set not ready; 0 for never.
    public var unansweredLimit: Int = 3
    /// The reason an agent gets who left too many offers unanswered.
    public var unansweredReason: ReasonCode = "no-answer"
    /// How long an agent's stream may be gone before its open offers are rescinded.
    public var streamGrace: Duration = .seconds(5)
    /// For how long the result of a command is kept; an older command is refused.
    public var commandWindow: Duration = .seconds(300)
    /// For how long an ended session is kept in the floor to be shown.
    public var endedRetention: Duration = .seconds(60)

    public init() {}
}

/// A place with its own time zone.
public struct SiteConfiguration: Hashable, Sendable {
    public var id: SiteID
    /// IANA name, such as `Europe/Berlin`.
    public var timeZone: String

    public init(id: SiteID, timeZone: String) {
        self.id = id
        self.timeZone = timeZone
    }
}

/// When something is open.
public struct CalendarConfiguration: Hashable, Sendable {
    public var id: CalendarID
    /// IANA name, such as `Europe/Berlin`.
    public var timeZone: String
    /// Opening intervals of every week, in the zone's local time.
    public var weekly: [WeeklyInterval]
    /// Whole local days on which it is closed.
    public var holidays: [LocalDay]

    public init(id: CalendarID, timeZone: String, weekly: [WeeklyInterval], holidays: [LocalDay] = []) {
        self.id = id
        self.timeZone = timeZone
        self.weekly = weekly
        self.holidays = holidays
    }
}

/// An opening interval of one day of the week.
public struct WeeklyInterval: Hashable, Sendable {
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int
    /// First minute of the day, 0 to 1439.
    public var startMinute: Int
    /// The minute it closes, above `startMinute`, at most 2880: beyond 1440 it reaches into the next day.
    public var endMinute: Int

    public init(weekday: Int, startMinute: Int, endMinute: Int) {
        self.weekday = weekday
        self.startMinute = startMinute
        self.endMinute = endMinute
    }
}

/// A day of the Gregorian calendar.
public struct LocalDay: Hashable, Comparable, Sendable {
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int

    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    public static func < (left: LocalDay, right: LocalDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// A named ability that agents have at levels 1 to 10.
public struct SkillConfiguration: Hashable, Sendable {
    public var id: SkillID
    /// For people; may be empty.
    public var label: String

    public init(id: SkillID, label: String = "") {
        self.id = id
        self.label = label
    }
}

/// How many contacts of each channel an agent may hold at once.
public struct CapacityConfiguration: Hashable, Sendable {
    public var id: CapacityID
    public var channels: [ChannelCapacity]

    public init(id: CapacityID, channels: [ChannelCapacity]) {
        self.id = id
        self.channels = channels
    }
}

/// What an agent may do on one channel.
public struct ChannelCapacity: Hashable, Sendable {
    public var channel: Channel
    /// The most contacts of the channel at once, at least 1.
    public var maximum: Int
    /// Channels whose contacts may not be held beside one of this channel, in either direction.
    public var excludes: Set<Channel>
    /// Channels whose contacts do not stand in the way of an offer of this channel: they are interrupted.
    public var interrupts: Set<Channel>

    public init(
        channel: Channel, maximum: Int, excludes: Set<Channel> = [], interrupts: Set<Channel> = []
    ) {
        self.channel = channel
        self.maximum = maximum
        self.excludes = excludes
        self.interrupts = interrupts
    }
}

/// How a contact may turn out.
public struct DispositionConfiguration: Hashable, Sendable {
    public var code: DispositionCode
    public var label: String

    public init(code: DispositionCode, label: String = "") {
        self.code = code
        self.label = label
    }
}

/// Why an agent may be not ready.
public struct ReasonConfiguration: Hashable, Sendable {
    public var code: ReasonCode
    public var label: String

    public init(code: ReasonCode, label: String = "") {
        self.code = code
        self.label = label
    }
}

/// A person who handles contacts.
public struct AgentConfiguration: Hashable, Sendable {
    public var id: AgentID
    public var label: String
    public var site: SiteID
    /// Levels 1 to 10 by skill.
    public var skills: [SkillID: Int]
    public var attributes: Attributes
    public var capacity: CapacityID
    /// The queues the agent serves; nil for every queue whose requirements the agent meets.
    public var queues: Set<QueueID>?

    public init(
        id: AgentID, label: String = "", site: SiteID, skills: [SkillID: Int] = [:],
        attributes: Attributes = Attributes(), capacity: CapacityID, queues: Set<QueueID>? = nil
    ) {
        self.id = id
        self.label = label
        self.site = site
        self.skills = skills
        self.attributes = attributes
        self.capacity = capacity
        self.queues = queues
    }
}
