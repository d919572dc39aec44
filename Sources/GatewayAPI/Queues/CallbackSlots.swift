/// What customers may book to be called back: answer of `GET /v1/queues/{id}/callback-slots`.
public struct CallbackSlots: Codable, Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// Its slots, rising; at most 500.
    public var slots: [Slot]

    public init(queue: String, slots: [Slot]) {
        self.queue = queue
        self.slots = slots
    }

    /// A stretch of time that may be booked.
    public struct Slot: Codable, Hashable, Sendable {
        /// When it begins.
        public var from: DateTime
        /// When it ends.
        public var until: DateTime
        /// What the clock on the wall shows when it begins: the customer's if their time zone was given, else the queue's.
        public var local: String
        /// How many customers may book it.
        public var capacity: Int
        /// How many more may.
        public var free: Int

        public init(from: DateTime, until: DateTime, local: String, capacity: Int, free: Int) {
            self.from = from
            self.until = until
            self.local = local
            self.capacity = capacity
            self.free = free
        }
    }
}
