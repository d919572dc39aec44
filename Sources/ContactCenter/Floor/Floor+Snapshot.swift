public import Wire

/// The snapshot: the state and nothing derived, so that the same state is the same bytes.
///
/// Queues and agents are numbered in the order of the configuration, those that only ended contacts still name
/// behind them; contacts name them by number, and requirements by their place in a table of those that contacts
/// brought. Contacts come by rising id. What is derived is made again on reading.
extension Floor: WireValue {
    /// The layout that is written; older ones are still read.
    private static let layout: UInt8 = 4
    /// The most queues, agents and contacts that are read.
    private static let bound = 1 << 28

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.layout)
        writer.write(UInt64(partition))
        writer.write(lastTime)
        writer.write(configuration)
        writer.write(configurationVersion)
        writer.write(configurationHistory)
        writer.write(contactsGiven)
        writer.write(sessionsGiven)
        writer.write(offersGiven)
        writer.write(idleRanksGiven)
        writeQueues(to: &writer)
        writeAgents(to: &writer)
        writeContacts(to: &writer)
        writer.write(results)
        writeReservations(to: &writer)
        writeDiversions(to: &writer)
        writeSites(to: &writer)
        customers.write(to: &writer)
        writePreferences(to: &writer)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(Self.layout, of: "floor")
        guard let partition = UInt16(exactly: try reader.readUInt64()) else {
            throw WireError(.invalidValue, reading: "partition", at: reader.offset)
        }
        self.init(partition: partition)
        lastTime = try reader.read()
        adopt(try reader.readOptional())
        configurationVersion = try reader.readInt()
        configurationHistory = try reader.readArray(bound: Self.historyBound)
        contactsGiven = try reader.readUInt64()
        sessionsGiven = try reader.readUInt64()
        offersGiven = try reader.readUInt64()
        idleRanksGiven = try reader.readUInt64()
        try readQueues(from: &reader, layout: layout)
        try readAgents(from: &reader)
        try readContacts(from: &reader)
        results = try reader.read()
        // Before, there was nothing between partitions.
        if layout > 1 { try readReservations(from: &reader) }
        // Before, whoever came in waited on the line, sites were always open, and nothing was known of customers.
        if layout > 3 {
            try readDiversions(from: &reader)
            try readSites(from: &reader)
            customers = try CustomerStore(from: &reader)
            try readPreferences(from: &reader)
        }
        rebuild()
    }

    private func writeQueues(to writer: inout WireWriter) {
        writer.write(UInt64(queueRecords.count))
        for record in queueRecords {
            writer.write(record.isRetired)
            if record.isRetired { writer.write(record.configuration) }
            writer.write(record.figures)
            writer.write(Int64(record.lastOffered))
            writer.write(record.service)
            writer.write(record.pace)
        }
    }

    private mutating func readQueues(from reader: inout WireReader, layout: UInt8) throws(WireError) {
        let configuration = configuration ?? CenterConfiguration()
        let calendars = CalendarTable(configuration)
        let hasReserved = configuration.hasReservedAgents
        sites.configure(configuration, calendars)
        for index in 0..<(try reader.readCount(bound: Self.bound)) {
            let isRetired = try reader.readBool()
            let queue: QueueConfiguration
            if isRetired {
                queue = try reader.read()
            } else {
                guard index < configuration.queues.count else {
                    throw WireError(.invalidValue, reading: "queue", at: reader.offset)
                }
                queue = configuration.queues[index]
            }
            var record = QueueRecord(
                queue, hours: isRetired ? nil : queue.calendar.flatMap { calendars[$0] }, hasReserved: hasReserved)
            record.isRetired = isRetired
            if !isRetired { record.sites = QueueSites(queue, sites, calendars) }
            record.figures = try reader.read()
            record.lastOffered = try reader.readNumber(below: configuration.agents.count)
            // Before, nothing but the sums was kept of how contacts were served.
            if layout > 2 {
                record.service = try reader.read()
                record.pace = try reader.read()
            }
            queueRecords.append(record)
        }
    }

    private func writeAgents(to writer: inout WireWriter) {
        writer.write(UInt64(agentRecords.count))
        for record in agentRecords {
            writer.write(record.isRetired)
            if record.isRetired { writer.write(record.configuration) } else { record.writeState(to: &writer) }
        }
    }

    private mutating func readAgents(from reader: inout WireReader) throws(WireError) {
        let configuration = configuration ?? CenterConfiguration()
        let profiles = ProfileTable(configuration)
        for index in 0..<(try reader.readCount(bound: Self.bound)) {
            guard try !reader.readBool() else {
                var record = AgentRecord(try reader.read(), limits: CapacityLimits(nil))
                record.isRetired = true
                agentRecords.append(record)
                continue
            }
            guard index < configuration.agents.count else {
                throw WireError(.invalidValue, reading: "agent", at: reader.offset)
            }
            let agent = configuration.agents[index]
            var record = AgentRecord(agent, limits: profiles[agent.capacity])
            try record.readState(from: &reader)
            agentRecords.append(record)
        }
    }

    private func writeContacts(to writer: inout WireWriter) {
        let slots = contacts.slots
        var places: [Int32: Int] = [:]
        var table: [Requirement] = []
        for slot in slots {
            let number = contacts[slot].requirement
            guard number >= 0, places[number] == nil, let requirement = requirements[number] else { continue }
            places[number] = table.count
            table.append(requirement)
        }
        writer.write(table)
        writer.write(UInt64(slots.count))
        for slot in slots {
            contacts[slot].write(
                requirement: places[contacts[slot].requirement] ?? -1, contacts.details[Int(slot)], to: &writer)
        }
    }

    private mutating func readContacts(from reader: inout WireReader) throws(WireError) {
        let table: [Requirement] = try reader.readArray(bound: Self.bound)
        let count = try reader.readCount(bound: Self.bound)
        contacts.reserve(min(count, reader.remaining))
        var last = ContactID(rawValue: 0)
        for _ in 0..<count {
            var details = ContactDetails()
            var record = try ContactRecord(
                from: &reader, queues: queueRecords.count, agents: agentRecords.count, requirements: table.count,
                details: &details)
            guard record.id.partition == partition, record.session.partition == partition, record.id > last else {
                throw WireError(.invalidValue, reading: "order of contacts", at: reader.offset)
            }
            last = record.id
            record.requirement =
                record.requirement < 0 ? record.requirement : requirements.retain(table[Int(record.requirement)])
            sessions.add(record.session)
            _ = contacts.insert(record, details)
        }
    }
}

extension WireReader {
    /// Reads the number of one of `count` things; ``ContactRecord/none`` for nobody.
    mutating func readNumber(below count: Int) throws(WireError) -> Int32 {
        let number = try readInt64()
        guard number >= -1, number < count else {
            throw WireError(.invalidValue, reading: "number", at: offset)
        }
        return Int32(truncatingIfNeeded: number)
    }
}
