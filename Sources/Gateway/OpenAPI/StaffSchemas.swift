import GatewayAPI

/// Schemas of agents, queues and sites.
enum StaffSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("Agent", agent), ("AgentPage", Schema.page("Agent")), ("Availability", availability), ("Queue", queue),
            ("QueuePage", Schema.page("Queue")), ("QueueTotals", totals), ("Site", site),
            ("SitePage", Schema.page("Site")),
        ]
    }

    private static let availability = Schema.object(
        "What an agent chose to be.",
        required: [.init("state", Schema.words(Availability.State.self), "The kind of availability.")],
        optional: [
            .init("reason", Schema.name, "The reason that the configuration names; absent unless state is not-ready.")
        ])

    private static let agent = Schema.object(
        "A person who handles contacts.",
        required: [
            .init("id", Schema.name, "Its id in the configuration."),
            .init("label", Schema.string, "A name for people."),
            .init("site", Schema.name, "The home site."),
            .init("availability", Schema.reference("Availability"), "What the agent chose to be."),
            .init(
                "work", Schema.words(Agent.WorkState.self),
                "What the agent is doing: the most pressing of their contacts' states."),
            .init("since", Schema.time, "When availability or work state last changed."),
            .init(
                "isReachable", Schema.boolean, "Whether an event stream is attached; without one nothing is offered."),
            .init("skills", Schema.map(Schema.integer(1...10)), "Levels 1 to 10 by skill; empty for none."),
            .init(
                "capacity", Schema.map(Schema.count),
                "The most contacts at once by channel; none on channels that are not named."),
            .init(
                "contacts", Schema.array(Schema.contactID),
                "Contacts in hand (connected, held, in wrap-up), oldest first."),
            .init("offers", Schema.array(Schema.offerID), "Offers not yet answered, oldest first."),
            .init("unanswered", Schema.count, "Offers left unanswered in a row."),
            .init(
                "interrupted", Schema.array(Schema.contactID),
                "Those of contacts that are connected and interrupted by another one."),
        ],
        optional: [
            .init(
                "next", Schema.reference("Availability"),
                "What availability becomes once nothing is in hand; absent when nothing was asked for.")
        ])

    private static let queue = Schema.object(
        "A queue and its live figures.",
        required: [
            .init("id", Schema.name, "Its id in the configuration."),
            .init("label", Schema.string, "A name for people."),
            .init("isOpen", Schema.boolean, "Whether its calendar has it open."),
            .init("waiting", Schema.count, "Contacts that wait, those on offer left out."),
            .init("offered", Schema.count, "Contacts on offer to an agent."),
            .init("connected", Schema.count, "Contacts that are connected or held."),
            .init("staffed", Schema.count, "Agents signed in that serve it."),
            .init(
                "idle", Schema.count,
                "Agents that serve it, are available and reachable, and have nothing in hand."),
            .init("figures", Schema.reference("QueueTotals"), "What has been counted."),
        ],
        optional: [
            .init(
                "oldest", Schema.time,
                "Enqueue time of the contact that has waited longest; absent when none waits."),
            .init(
                "expectedWaitSeconds", Schema.seconds,
                "How many seconds whoever joined it now would wait (EWT); absent when nobody serves it."),
        ])

    private static let serviceLevel = Schema.object(
        "Service level by the name of its formula; absent before there is anything to count.",
        optional: [
            .init(
                "answered", Schema.share,
                "Answered within the threshold over all answered; absent before there is anything to count."),
            .init(
                "offered", Schema.share,
                "Answered within the threshold over answered, abandoned and timed out; absent before there is anything "
                    + "to count."),
            .init(
                "offeredWithoutShortAbandons", Schema.share,
                "As offered, without those abandoned within the threshold; absent before there is anything to count."
            ),
        ])

    private static let totals = Schema.object(
        "What a queue has done since the center was first configured.",
        required: [
            .init("opened", Schema.count, "Contacts that came in."),
            .init("answered", Schema.count, "Contacts that an agent accepted."),
            .init(
                "answeredWithinThreshold", Schema.count,
                "Contacts that an agent accepted within the service level's threshold."),
            .init("abandoned", Schema.count, "Contacts whose customer left before an agent accepted."),
            .init("abandonedWithinThreshold", Schema.count, "Of those abandoned, how many within the threshold."),
            .init("timedOut", Schema.count, "Contacts that were ended for having waited too long."),
            .init("completed", Schema.count, "Contacts handled to their end."),
            .init("refused", Schema.count, "Contacts refused because the queue was full, closed or empty."),
            .init("serviceLevel", serviceLevel, "Shares answered in time, 0 to 1, by the name of the formula."),
        ],
        optional: [
            .init(
                "asaSeconds", Schema.seconds,
                "Mean wait of those answered, in seconds (ASA); absent before the first."),
            .init(
                "ahtSeconds", Schema.seconds,
                "Mean connected, held and wrap-up time of those completed, in seconds (AHT); absent before the first."
            ),
        ])

    private static let site = Schema.object(
        "A site, and what its agents do.",
        required: [
            .init("id", Schema.name, "Its id in the configuration."),
            .init("timeZone", Schema.string, "IANA name of its time zone."),
            .init(
                "isOpen", Schema.boolean,
                "Whether its own calendar has it open, and not all traffic is kept away from it."),
            .init(
                "share", Schema.share,
                "The share of its contacts that it is left with, 0 to 1; 1 unless traffic is kept away from it."),
            .init("contacts", Schema.count, "Contacts that its agents have in hand or are offered."),
            .init("signedIn", Schema.count, "Its agents who are signed in."),
            .init("idle", Schema.count, "Its agents who are available and have nothing in hand."),
        ],
        optional: [
            .init("changesAt", Schema.time, "When its own calendar opens or closes it next; absent for never."),
            .init("reason", Schema.string, "Why traffic is kept away from it; absent when none is."),
            .init("capacity", Schema.count, "The most contacts that its agents may have; absent for no limit."),
        ])
}
