public import Wire

extension Event {
    /// An agent elsewhere was asked for.
    public struct Asked: Hashable, Sendable {
        /// The reservation.
        public var reservation: ReservationID
        /// The contact that waits.
        public var contact: ContactID
        /// Number of the floor that is asked.
        public var floor: UInt16
        /// Who is named; nil for whoever is best.
        public var agent: AgentID?
        /// By when the answer must be here.
        public var deadline: Timestamp
    }

    /// A contact of another partition that was offered to an agent of this one.
    public struct GuestOffered: Hashable, Sendable {
        /// The reservation.
        public var reservation: ReservationID
        /// The contact, as its partition told it.
        public var contact: ContactView
        /// Who it was offered to.
        public var agent: AgentID
        /// By when it must be answered.
        public var deadline: Timestamp
    }

    /// A contact of another partition that an agent of this one has.
    public struct GuestHeld: Hashable, Sendable {
        /// The reservation.
        public var reservation: ReservationID
        /// Counts up with each change.
        public var version: Int
        /// The contact, as its partition told it.
        public var contact: ContactView
    }

    /// A reservation that its contact's partition has ended.
    public struct GuestGone: Hashable, Sendable {
        /// The reservation.
        public var reservation: ReservationID
        /// The contact that it was for.
        public var contact: ContactID
        /// Who had it or was offered it.
        public var agent: AgentID
        /// How it ended.
        public var over: Settle.Over
        /// Whether the agent had been told that they have it.
        public var wasHeld: Bool
        /// The contact as it left the agent; nil when they never had it.
        public var last: ContactView?
    }
}

extension Event.Asked: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(reservation)
        writer.write(contact)
        writer.write(UInt64(floor))
        writer.write(agent)
        writer.write(deadline)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        reservation = try reader.read()
        contact = try reader.read()
        floor = try reader.readFloorNumber()
        agent = try reader.readOptional()
        deadline = try reader.read()
    }
}

extension Event.GuestOffered: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(reservation)
        writer.write(contact)
        writer.write(agent)
        writer.write(deadline)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        reservation = try reader.read()
        contact = try reader.read()
        agent = try reader.read()
        deadline = try reader.read()
    }
}

extension Event.GuestHeld: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(reservation)
        writer.write(version)
        writer.write(contact)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        reservation = try reader.read()
        version = try reader.readInt()
        contact = try reader.read()
    }
}

extension Event.GuestGone: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(reservation)
        writer.write(contact)
        writer.write(agent)
        writer.write(over)
        writer.write(wasHeld)
        writer.write(last)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        reservation = try reader.read()
        contact = try reader.read()
        agent = try reader.read()
        over = try reader.read()
        wasHeld = try reader.readBool()
        last = try reader.readOptional()
    }
}
