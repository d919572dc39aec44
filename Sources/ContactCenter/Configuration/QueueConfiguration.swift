public import Wire

/// Where contacts of one kind wait, and how they are handed out.
public struct QueueConfiguration: Hashable, Sendable {
    /// The queue's id.
    public var id: QueueID
    /// A name for people.
    public var label: String
    /// What a contact asks of an agent unless it brings its own; nil asks nothing.
    public var requirement: Requirement?
    /// Priority of a contact that brings none.
    public var priority: Int = 0
    /// Which of several free agents gets a contact.
    public var order: AgentOrder = .longestIdle
    /// When it is open; nil for always.
    public var calendar: CalendarID?
    /// The most contacts that may wait with the customer on the line; nil for no bound of its own.
    public var maximumLength: Int?
    /// How long a contact may wait while an agent that serves the queue is signed in; nil for ever.
    public var maximumWait: Duration?
    /// How long a contact may wait while no agent that serves the queue is signed in; nil for ever.
    public var maximumWaitUnstaffed: Duration?
    /// Whether a contact may come in while nobody serves the queue.
    public var joinWhenEmpty: JoinWhenEmpty = .always
    /// How long an agent may take to answer an offer; nil for the center's.
    public var offerTimeout: Duration?
    /// How long wrap-up may take; nil for the center's. Zero leaves wrap-up out.
    public var wrapUpLimit: Duration?
    /// Steps of widening, in the order in which they are looked at; those without a condition in rising order of
    /// `after`.
    public var rings: [RingConfiguration] = []
    /// Sites whose agents may have its contacts, as far as no ring adds others; empty for all.
    public var sites: [QueueSite] = []
    /// What becomes of what waits when one of its sites closes.
    public var closing = SiteClosing.handOver
    /// Answered within this long counts for the service level.
    public var serviceLevelThreshold: Duration = .seconds(20)
    /// The share to be answered within the threshold, 0 to 1.
    public var serviceLevelTarget: Double = 0.8
    /// The age that a point of priority is worth among the contacts of the queue, which then count with the queue's
    /// own priority among others; nil where a higher priority goes before any age.
    public var pointWorth: Duration?
    /// How fast its contacts age, for agents who serve several queues: with 2 a second counts as two.
    public var weight = 1.0
    /// What its contacts leave to the work of other queues; nil when they are offered whenever an agent is free.
    public var blending: Blending?
    /// How its customers are called back; nil where they are not.
    public var callbacks: CallbackRules?
    /// What happens to contacts that wait too long, or meet it closed, full or without staff; the first that holds.
    public var overflow: [OverflowRule] = []
    /// How a contact's preferred agent is treated.
    public var preferredAgents = PreferredAgents()

    public init(id: QueueID, label: String = "") {
        self.id = id
        self.label = label
    }
}

extension QueueConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 3)
        writer.write(id)
        writer.write(label)
        writer.write(requirement)
        writer.write(priority)
        writer.write(order)
        writer.write(calendar)
        writer.write(maximumLength)
        writer.write(maximumWait)
        writer.write(maximumWaitUnstaffed)
        writer.write(joinWhenEmpty)
        writer.write(offerTimeout)
        writer.write(wrapUpLimit)
        writer.write(rings)
        writer.write(serviceLevelThreshold)
        writer.write(serviceLevelTarget)
        writer.write(sites.map(\.site))
        writer.write(pointWorth)
        writer.write(weight)
        writer.write(blending)
        writer.write(callbacks)
        writer.write(overflow)
        writer.write(sites)
        writer.write(closing)
        writer.write(preferredAgents)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(3, of: "queue")
        self.init(id: try reader.read(), label: try reader.read())
        requirement = try reader.read()
        priority = try reader.read()
        order = try reader.read()
        calendar = try reader.read()
        maximumLength = try reader.read()
        maximumWait = try reader.read()
        maximumWaitUnstaffed = try reader.read()
        joinWhenEmpty = try reader.read()
        offerTimeout = try reader.read()
        wrapUpLimit = try reader.read()
        rings = layout > 1 ? try reader.readArray() : try RingConfiguration.readTimed(from: &reader)
        serviceLevelThreshold = try reader.read()
        serviceLevelTarget = try reader.read()
        guard layout > 1 else { return }
        sites = try reader.readArray().map { (site: SiteID) in QueueSite(site) }
        pointWorth = try reader.readOptional()
        weight = try reader.readDouble()
        guard layout > 2 else { return }
        blending = try reader.readOptional()
        callbacks = try reader.readOptional()
        overflow = try reader.readArray()
        sites = try reader.readArray()
        closing = try reader.read()
        preferredAgents = try reader.read()
    }
}
